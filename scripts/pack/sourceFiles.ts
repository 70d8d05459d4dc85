import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PackError, type PackageType } from "./PackageType";

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

/**
 * Chooses between `X.xml` and its twin `X_managed.xml`. A managed package takes twins only: without one, the CLI's packer
 * would leave the component out, so it is refused here instead. A twin alone travels in the managed package only.
 */
export function chooseTwins(folder: string, files: readonly string[], packageType: PackageType): string[] {
  const isTwin = (file: string) => file.endsWith("_managed.xml");
  if (packageType === "unmanaged") return files.filter((file) => !isTwin(file));
  for (const file of files.filter((name) => !isTwin(name))) {
    const twin = file.replace(/\.xml$/, "_managed.xml");
    if (!files.includes(twin)) throw new PackError(`${folder}/${file} has no managed twin: add ${twin} beside it.`);
  }
  return files.filter(isTwin);
}
