import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { packagePath } from "../../scripts/build/buildSteps";
import type { PackageType } from "../../scripts/pack/PackageType";

const root = resolve(__dirname, "../..");

/** Path of the package of that type as `npm run build` leaves it; `npm test` builds before it tests. */
export function builtPackage(type: PackageType): string {
  const path = join(root, packagePath(type));
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build first.`);
  return path;
}
