import { nameBasedGuid } from "../nameBasedGuid";
import type { ImportRun } from "./ImportRun";

/** Writes down which components the solution owns, for the next version of it. */
export async function saveComponents(run: ImportRun): Promise<void> {
  await run.rows.deleteWhere("solutioncomponent", { solutionid: run.solutionId });
  for (const { type, objectId } of run.applied) {
    await run.rows.save("solutioncomponent", nameBasedGuid(`solutioncomponent:${run.solutionId}/${type}/${objectId}`), {
      componenttype: type,
      objectid: objectId,
      solutionid: run.solutionId,
    });
  }
}
