import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContents } from "../../tenant/solution/contents/readContents";
import { readSolutionPackage } from "../../tenant/solution/readSolutionPackage";
import { harmOf, type Surface, surfaceOf } from "./Surface";

/** The surface of the last release, as `npm version` wrote it down. */
export interface ReleaseRecord extends Surface {
  version: string;
  /** Harm that a release does on purpose, in the words of `harmOf`; written by hand, and emptied by the release that does it. */
  accepted: string[];
}

/** Where the record is kept, relative to the root. */
export const releaseRecordFile = "scripts/verify/release/lastRelease.json";

export const readReleaseRecord = (root: string): ReleaseRecord =>
  JSON.parse(readFileSync(join(root, releaseRecordFile), "utf8")) as ReleaseRecord;

/** What the package would do to those who upgrade from the last release, without what is accepted. */
export function harmToUpgrades(record: ReleaseRecord, zip: Uint8Array): string[] {
  return harmOf(record, readSurface(zip).surface).filter((harm) => !record.accepted.includes(harm));
}

/** Writes the package down as the last release. Throws where an upgrade to it does harm that nobody has accepted. */
export function recordRelease(root: string, zip: Uint8Array): void {
  const harm = harmToUpgrades(readReleaseRecord(root), zip);
  if (harm.length > 0)
    throw new Error([...harm, `If that is meant, write it into accepted in ${releaseRecordFile}.`].join("\n"));
  const { version, surface } = readSurface(zip);
  const record: ReleaseRecord = { version, accepted: [], ...surface };
  writeFileSync(join(root, releaseRecordFile), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** Version, of four numbers, and surface of a package. Throws where it is none. */
export function readSurface(zip: Uint8Array): { version: string; surface: Surface } {
  const reading = readSolutionPackage(zip);
  if (!reading.ok) throw new Error("The package cannot be read: run npm run verify.");
  return { version: reading.package.manifest.version, surface: surfaceOf(readContents(reading.package).contents) };
}
