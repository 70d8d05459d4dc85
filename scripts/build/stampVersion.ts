import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PackError } from "../pack/PackageType";
import { packageVersion, solutionVersion } from "./packageVersion";

/** What sources say in the place of a version, so that nobody takes it for one. */
const unstamped = { solution: "<Version>0.0.0.0</Version>", control: ' version="0.0.0"' };

/** Writes the version of package.json into the staged solution: its own, that of each control, and those of their texts. */
export function stampVersion(root: string, stage: string, controlFolders: readonly string[]): void {
  const version = packageVersion(root);
  stamp(join(stage, "Other/Solution.xml"), unstamped.solution, `<Version>${solutionVersion(version)}</Version>`);
  for (const folder of controlFolders)
    stamp(join(stage, folder, "ControlManifest.xml"), unstamped.control, ` version="${version}"`);
}

function stamp(file: string, placeholder: string, text: string): void {
  const source = readFileSync(file, "utf8");
  if (!source.includes(placeholder))
    throw new PackError(`${file} has no ${placeholder.trim()}: versions come from package.json alone.`);
  writeFileSync(file, source.replaceAll(placeholder, text));
}
