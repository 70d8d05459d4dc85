import { compareVersions } from "../tenant/solution/checks/compareVersions";
import type { DeployedPackage } from "./readPackage";

/** The solution of that name in the environment, if any. */
export interface InstalledSolution {
  version: string;
  isManaged: boolean;
  /** Version of an upgrade that was imported and not applied yet. */
  pendingVersion?: string;
}

export interface DeployWishes {
  /** Overwrite, and leave components that the new version no longer has. */
  update: boolean;
  /** Import although this version, or a higher one, is there. */
  force: boolean;
}

/**
 * What will be done: imported anew, over what is there, beside it and then in its place, or only put in its place. Of a version that is
 * there nothing is done, so that a pipeline may run again.
 */
export type DeployPlan =
  | { kind: "install" | "update" | "upgrade" | "finish upgrade"; words: string }
  | { kind: "present"; words: string }
  | { kind: "refused"; words: string };

/** Decides how a package goes into an environment. */
export function planDeploy(
  { uniqueName, version, isManaged }: DeployedPackage,
  installed: InstalledSolution | undefined,
  { update, force }: DeployWishes,
): DeployPlan {
  if (!installed) return { kind: "install", words: `${uniqueName} ${version} is new to this environment.` };
  const over = `${uniqueName} ${installed.version} with ${version}`;
  if (installed.isManaged !== isManaged)
    return { kind: "refused", words: mixedKinds(uniqueName, installed, isManaged) };
  if (installed.pendingVersion === version)
    return {
      kind: "finish upgrade",
      words: `An upgrade to ${version} is imported and not applied yet: it is finished.`,
    };
  if (installed.pendingVersion !== undefined)
    return {
      kind: "refused",
      words: `An upgrade to ${installed.pendingVersion} is imported and not applied. A System Administrator applies it (Solutions, ${uniqueName}, Apply Upgrade), or deletes ${uniqueName}_Upgrade.`,
    };
  if (compareVersions(version, installed.version) <= 0) {
    if (force) return { kind: "update", words: `Overwriting ${over}, as you asked.` };
    if (compareVersions(version, installed.version) === 0)
      return {
        kind: "present",
        words: `${uniqueName} ${version} is installed already: nothing to do. Say --force to import it once more, such as with other settings.`,
      };
    return {
      kind: "refused",
      words: `${uniqueName} ${installed.version} is installed, which is higher. Build a version that is higher than ${installed.version} (npm version patch), or say --force to import ${version} over it.`,
    };
  }
  if (update || !isManaged) return { kind: "update", words: `Updating ${over}; what the new version lacks stays.` };
  return { kind: "upgrade", words: `Upgrading ${over}; what the new version lacks is removed.` };
}

const kindOf = (isManaged: boolean): string => (isManaged ? "managed" : "unmanaged");

const mixedKinds = (uniqueName: string, installed: InstalledSolution, isManaged: boolean): string =>
  `${uniqueName} is installed as ${kindOf(installed.isManaged)}, and this package is ${kindOf(isManaged)}: the two never mix. Deploy the ${kindOf(installed.isManaged)} package, or let a System Administrator remove the installed solution first.`;
