import { zipSync, type Zippable } from "fflate";
import type { PackageEntry } from "./payloads";

/**
 * Zips entries so that equal input gives equal bytes, whatever the clock and time zone: fflate reads the time as local, so a
 * fixed local date is what stays the same.
 */
export function zipEntries(entries: readonly PackageEntry[]): Uint8Array {
  const zippable: Zippable = {};
  for (const { name, bytes } of entries) zippable[name] = [bytes, { level: 9, mtime: new Date(2020, 0, 1) }];
  return zipSync(zippable);
}
