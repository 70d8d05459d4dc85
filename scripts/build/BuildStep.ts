import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";

/** One artefact of the build: what it is made from, what it makes, and how. */
export interface BuildStep {
  name: string;
  /** Files and folders, relative to the root, whose content decides whether the step runs again. */
  inputs: readonly string[];
  /** Files that must be there for the step to count as done. */
  outputs: readonly string[];
  /** Makes the outputs; what it returns is shown behind the step's name. */
  run: () => Promise<string>;
}

const stamps = "out/stamps";

/** True where the step's inputs are those of its last run and its outputs are still there. */
export function isFresh(root: string, step: BuildStep): boolean {
  const stamp = join(root, stamps, step.name);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === inputHash(root, step) &&
    step.outputs.every((output) => existsSync(join(root, output)))
  );
}

/** Remembers that the step has run on the inputs as they are now. */
export function markDone(root: string, step: BuildStep): void {
  mkdirSync(join(root, stamps), { recursive: true });
  writeFileSync(join(root, stamps, step.name), inputHash(root, step));
}

function inputHash(root: string, step: BuildStep): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of step.inputs) {
    const path = join(root, input);
    const files =
      existsSync(path) && statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
    for (const file of files.filter((name) => existsSync(name) && !name.includes("generated/ManifestTypes")))
      hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
