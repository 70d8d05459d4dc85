import { type ImportLogEntry, failed } from "../ImportLog";
import type { SolutionManifest } from "../SolutionPackage";
import { holdingName } from "../removal/installedSolution";
import type { Environment } from "./Environment";
import { compareVersions } from "./compareVersions";

const file = "solution.xml";

/** Whether a solution may be staged for upgrade, or imported at all while an upgrade of it is staged. */
export function checkUpgrade(
  { uniqueName, version, managed }: SolutionManifest,
  environment: Environment,
  isHolding: boolean,
): ImportLogEntry[] {
  const component = `Solution ${uniqueName}`;
  const holding = holdingName(uniqueName);
  if (environment.solutions.has(holding.toLowerCase())) {
    const message = `Holding solution ${holding} ${isHolding ? "already exists" : "exists. Cannot update solution"}. An administrator applies that upgrade first.`;
    return [{ ...failed(component, file, "one upgrade at a time", message), code: "0x80048539" }];
  }
  if (!isHolding) return [];
  if (!managed) {
    const message = "Only managed solutions are upgraded: import an unmanaged one as it is.";
    return [failed(component, file, "upgrades are of managed solutions", message)];
  }
  const installed = environment.solutions.get(uniqueName.toLowerCase());
  if (!installed) {
    const message = "There is no earlier version to upgrade: import the solution as it is.";
    return [failed(component, file, "upgrades are of installed solutions", message)];
  }
  if (compareVersions(version, installed.version) > 0) return [];
  const message = `The import solution must have a higher version than the existing solution it is upgrading. Version ${installed.version} is installed, the package is ${version}: to import the same version again, update instead.`;
  return [{ ...failed(component, file, "upgrades go to a higher version", message), code: "0x80048541" }];
}
