import type { SystemRows } from "../rows/SystemRows";
import type { SolutionRow } from "./installedSolution";

export interface FinishedRemoval {
  solution: SolutionRow;
  /** `upgrade`: a holding solution took the place of the one before. */
  kind: "uninstall" | "upgrade";
  startedOn: Date;
  completedOn: Date;
}

const operations = {
  uninstall: { msdyn_operation: 1, msdyn_suboperation: 0 },
  upgrade: { msdyn_operation: 0, msdyn_suboperation: 2 },
} as const;

/** Leaves a row in the solution history. */
export async function recordRemoval(rows: SystemRows, removal: FinishedRemoval): Promise<void> {
  const { solution, kind, startedOn, completedOn } = removal;
  await rows.create("msdyn_solutionhistory", {
    msdyn_name: solution.uniqueName,
    msdyn_solutionversion: solution.version,
    msdyn_publishername: solution.publisherName,
    msdyn_ismanaged: solution.isManaged,
    ...operations[kind],
    msdyn_status: 1,
    msdyn_result: true,
    msdyn_starttime: startedOn.toISOString(),
    msdyn_endtime: completedOn.toISOString(),
  });
}
