import { parseArgs } from "node:util";
import { compareVersions } from "../tenant/solution/checks/compareVersions";

/** What `npm run release` can be told on its command line. */
export interface ReleaseOptions {
  /** Three numbers. */
  version: string;
  /** False where the release of the version that package.json has is made again. */
  isNew: boolean;
  /** Say what would be done, and change nothing outside of out/. */
  isDryRun: boolean;
  /** Commit the version, and tag it. */
  makesTag: boolean;
}

/** Reads the command line; gives the words for a refusal where it cannot be understood. `current` is the version of package.json. */
export function readReleaseOptions(args: readonly string[], current: string): ReleaseOptions | { refusal: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "dry-run": { type: "boolean", default: false }, tag: { type: "boolean", default: false } },
    });
    const [asked, ...more] = positionals;
    if (more.length > 0) return { refusal: "A release has one version, such as 1.1.0, patch, minor or major." };
    const options = { isDryRun: values["dry-run"], makesTag: values.tag };
    if (asked === undefined) {
      if (values.tag) return { refusal: "--tag needs a new version, such as 1.1.0, patch, minor or major." };
      return { ...options, version: current, isNew: false };
    }
    const version = nextVersion(current, asked);
    if (version === undefined) return { refusal: `${asked} is no version: take three numbers, patch, minor or major.` };
    if (compareVersions(version, current) <= 0)
      return { refusal: `${version} is not higher than ${current}, so Dataverse would refuse the upgrade.` };
    return { ...options, version, isNew: true };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

function nextVersion(current: string, asked: string): string | undefined {
  const [major = 0, minor = 0, patch = 0] = current.split(".").map(Number);
  if (asked === "major") return `${major + 1}.0.0`;
  if (asked === "minor") return `${major}.${minor + 1}.0`;
  if (asked === "patch") return `${major}.${minor}.${patch + 1}`;
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(asked) ? asked : undefined;
}
