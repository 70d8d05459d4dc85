import { installedSolutions } from "../../baseTables/installedSolutions";
import type { ImportTarget } from "../ImportTarget";
import { SystemRows } from "../rows/SystemRows";
import { withoutLayer } from "./changeFormLayers";
import { ComponentSet } from "./ComponentSet";
import type { Dependency } from "./Dependency";
import { findDependencies } from "./findDependencies";
import { findInstalled, holdingName } from "./installedSolution";
import { recordRemoval } from "./recordRemoval";
import { removalRefusals } from "./removalRefusals";
import { removeComponents } from "./removeComponents";

/** What keeps a managed solution from being removed. */
export async function dependenciesForUninstall(uniqueName: string, target: ImportTarget): Promise<Dependency[]> {
  const rows = new SystemRows(target.service, target.catalogue);
  const solution = await findInstalled(rows, uniqueName);
  if (!solution) throw removalRefusals.solutionMissing(uniqueName);
  const gone = await ComponentSet.onlyOfSolution(rows, solution.id);
  return solution.isManaged ? findDependencies(gone, withoutLayer(uniqueName), { ...target, rows }) : [];
}

/**
 * Removes a solution. A managed one goes with all it brought, rows of its tables and columns included, and what the environment
 * has made of it; of an unmanaged one only the list goes. The publisher stays, as other solutions may be its.
 */
export async function uninstallSolution(uniqueName: string, target: ImportTarget): Promise<void> {
  const rows = new SystemRows(target.service, target.catalogue);
  const { catalogue, managed } = target;
  const startedOn = target.clock();
  const solution = await target.transactions.inTransaction(async () => {
    const installed = await findInstalled(rows, uniqueName);
    if (!installed) throw removalRefusals.solutionMissing(uniqueName);
    if (installedSolutions.some((base) => base.uniqueName === uniqueName))
      throw removalRefusals.partOfPlatform(uniqueName);
    const isHolding = uniqueName.endsWith(holdingName(""));
    if (isHolding && (await findInstalled(rows, uniqueName.slice(0, -holdingName("").length))))
      throw removalRefusals.holdingStays(uniqueName);
    if (await findInstalled(rows, holdingName(uniqueName)))
      throw removalRefusals.holdingExists(holdingName(uniqueName));
    if (installed.isManaged) {
      const dependencies = await dependenciesForUninstall(uniqueName, target);
      if (dependencies.length > 0) throw removalRefusals.dependenciesExist(dependencies);
      const gone = await ComponentSet.onlyOfSolution(rows, installed.id);
      await removeComponents(gone, withoutLayer(uniqueName), { rows, catalogue, managed });
      managed.forgetSolution(uniqueName);
    }
    await rows.delete("solution", installed.id);
    return installed;
  });
  await recordRemoval(rows, { solution, kind: "uninstall", startedOn, completedOn: target.clock() });
}
