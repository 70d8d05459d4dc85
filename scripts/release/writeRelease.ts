import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { packagePath } from "../build/buildSteps";
import { packageVersion } from "../build/packageVersion";
import { readSurface } from "../verify/release/lastRelease";
import type { Surface } from "../verify/release/Surface";
import { renderBillOfMaterials } from "./billOfMaterials";

/** One component of the id ledger. */
export interface LedgerEntry {
  /** What a person calls it, such as `web resource`. */
  type: string;
  name: string;
  /** GUID, in lower case without braces. */
  id: string;
}

/**
 * Writes everything that people get of a release from what is built, into `out/release/<version>/`, or into another folder, which is emptied first: both
 * packages, `sbom.cdx.json`, `ids.json`, `RELEASE-NOTES.md`, and `SHA256SUMS` over all of them, as `sha256sum --check` reads it.
 * Nothing in it depends on when, where or how often it is made. Gives the folder.
 */
export function writeRelease(root: string, notes: string, folder = releaseFolder(packageVersion(root))): string {
  const managed = readFileSync(join(root, packagePath("managed")));
  const files: Record<string, Uint8Array | string> = {
    [basename(packagePath("managed"))]: managed,
    [basename(packagePath("unmanaged"))]: readFileSync(join(root, packagePath("unmanaged"))),
    "RELEASE-NOTES.md": `${notes.trim()}\n`,
    "ids.json": renderLedger(managed),
    "sbom.cdx.json": renderBillOfMaterials(root),
  };
  const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  const target = resolve(root, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, bytes] of Object.entries({ ...files, SHA256SUMS: sums.join("") }))
    writeFileSync(join(target, name), bytes);
  return folder;
}

const releaseFolder = (version: string): string => `out/release/${version}`;

/** Every component that has an id, by type and name. Tables, columns, settings, custom APIs and controls are known by their names. */
export const ledgerOf = ({ ids }: Surface): LedgerEntry[] =>
  Object.entries(ids).flatMap(([type, names]) => Object.entries(names).map(([id, name]) => ({ type, name, id })));

function renderLedger(zip: Uint8Array): string {
  const { version, surface } = readSurface(zip);
  return `${JSON.stringify({ version, components: ledgerOf(surface) }, undefined, 2)}\n`;
}

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
