import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Ordinal order, the same on every machine and in every locale. */
export const ordinal = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Paths below `folder`, relative, with `/`, in ordinal order; empty where the folder is missing. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort(ordinal);
}
