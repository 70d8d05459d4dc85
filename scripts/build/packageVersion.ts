import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The one version of everything that ships, from package.json: three numbers. Throws on anything else. */
export function packageVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version === "string" && /^\d+\.\d+\.\d+$/.test(version)) return version;
  throw new Error(
    `package.json has the version ${JSON.stringify(version)}; Dataverse takes three numbers with dots, such as 1.0.1.`,
  );
}

/** Versions of solutions have four parts in Dataverse. */
export const solutionVersion = (version: string): string => `${version}.0`;
