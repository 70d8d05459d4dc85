import type { ImportTarget } from "../ImportTarget";
import { SystemRows } from "../rows/SystemRows";
import { changeFormLayers, promotedLayer } from "./changeFormLayers";
import { ComponentSet, componentType } from "./ComponentSet";
import { findDependencies } from "./findDependencies";
import { findInstalled, holdingName } from "./installedSolution";
import { recordRemoval } from "./recordRemoval";
import { removalRefusals } from "./removalRefusals";
import { removeComponents } from "./removeComponents";

export interface Promotion {
  solutionId: string;
  /** What the solution before brought and this one does not. */
  removed: string[];
}

/**
 * Applies an upgrade: the holding solution takes the place of the one before, and what only that one brought is taken away with
 * its data (DeleteAndPromote). Refused, as a whole, while something in the environment needs what is to go.
 */
export async function promoteSolution(uniqueName: string, target: ImportTarget): Promise<Promotion> {
  const rows = new SystemRows(target.service, target.catalogue);
  const { catalogue, managed } = target;
  const startedOn = target.clock();
  const promotion = await target.transactions.inTransaction(async () => {
    const base = await findInstalled(rows, uniqueName);
    const holding = await findInstalled(rows, holdingName(uniqueName));
    if (!base?.isManaged) throw removalRefusals.solutionMissing(uniqueName);
    if (!holding) throw removalRefusals.solutionMissing(holdingName(uniqueName));

    const layers = promotedLayer(uniqueName, holding.uniqueName);
    const brought = await ComponentSet.ofSolution(rows, holding.id);
    const gone = (await ComponentSet.onlyOfSolution(rows, base.id)).without(brought);
    const dependencies = await findDependencies(gone, layers, { rows, catalogue, managed });
    if (dependencies.length > 0) throw removalRefusals.dependenciesExist(dependencies);

    const removed = await removeComponents(gone, layers, { rows, catalogue, managed });
    for (const formId of brought.ids(componentType.form)) await changeFormLayers(rows, formId, layers);
    await rows.delete("solution", base.id);
    await rows.save("solution", holding.id, { uniquename: uniqueName });
    return { solutionId: holding.id, removed, solution: { ...holding, uniqueName } };
  });
  const completedOn = target.clock();
  await recordRemoval(rows, { solution: promotion.solution, kind: "upgrade", startedOn, completedOn });
  return promotion;
}
