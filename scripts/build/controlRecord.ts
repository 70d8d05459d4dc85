import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../pack/sourceFiles";
import { listControls } from "./controls";
import { packageVersion } from "./packageVersion";

/**
 * The version that was recorded last, and what each control was built into under it. Dataverse replaces a control only when its
 * version is a higher one, so bundles that changed under an unchanged version never reach those who upgrade.
 */
export interface ControlRecord {
  version: string;
  /** SHA-256 over the names and bytes of all files of the built control. */
  sha256: Record<string, string>;
}

/** Where the record is kept, relative to the root. */
export const controlRecordFile = "scripts/build/controlRecord.json";

/** What changes the version and records the controls under it. */
export const nextVersionCommand = "npm version patch --no-git-tag-version";

/** The record as it is committed. */
export const readControlRecord = (root: string): ControlRecord =>
  JSON.parse(readFileSync(join(root, controlRecordFile), "utf8")) as ControlRecord;

/** The record as the built controls and package.json have it now. */
export const currentControlRecord = (root: string): ControlRecord => ({
  version: packageVersion(root),
  sha256: Object.fromEntries(listControls(root).map((name) => [name, controlHash(root, name)])),
});

/** What is to be done before this may ship, in words; undefined where the record is right. */
export function controlRecordProblem(recorded: ControlRecord, current: ControlRecord): string | undefined {
  const names = [...new Set([...Object.keys(recorded.sha256), ...Object.keys(current.sha256)])].sort();
  const changed = names.filter((name) => recorded.sha256[name] !== current.sha256[name]);
  if (recorded.version === current.version) {
    if (changed.length === 0) return undefined;
    return (
      `${changed.join(" and ")} changed and the version is still ${current.version}: an upgrade would keep the old control. ` +
      `Run: ${nextVersionCommand}`
    );
  }
  if (isHigher(current.version, recorded.version))
    return `package.json says ${current.version}, the controls are recorded under ${recorded.version}. Run: npm run version`;
  return `package.json says ${current.version}, which is lower than ${recorded.version}, recorded before. Run: ${nextVersionCommand}`;
}

/** Writes the record. Throws where the version is not a higher one although a control changed. */
export function recordControls(root: string): ControlRecord {
  const recorded = readControlRecord(root);
  const current = currentControlRecord(root);
  if (!isHigher(current.version, recorded.version)) {
    const problem = controlRecordProblem(recorded, current);
    if (problem) throw new Error(problem);
  }
  writeFileSync(join(root, controlRecordFile), `${JSON.stringify(current, undefined, 2)}\n`);
  return current;
}

function controlHash(root: string, name: string): string {
  const folder = join(root, "out/controls", name);
  const hash = createHash("sha256");
  for (const file of filesBelow(folder))
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(folder, file)))
      .update("\0");
  return hash.digest("hex");
}

function isHigher(version: string, than: string): boolean {
  const [left, right] = [version.split(".").map(Number), than.split(".").map(Number)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}
