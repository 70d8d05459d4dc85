import { columns, navigation, tables } from "../../Solution/engine/domain/schema";
import type { Solution } from "./Solution";
import { toGuid } from "./toGuid";

const { logicalName } = tables.partnerCenterSolution;
const own = columns.partnerCenterSolution;
const towards = navigation.partnerCenterSolution;

/** Writes the rows of a deal's solutions, with the rights of the user. Both reject with the platform's words. */
export interface SolutionRows {
  /** Resolves to the id of the new row. */
  add(solution: Solution): Promise<string>;
  remove(rowId: string): Promise<void>;
}

/** What the platform's Web API offers of it. */
export interface RecordWriter {
  createRecord(table: string, row: Record<string, unknown>): Promise<{ id: unknown }>;
  deleteRecord(table: string, id: string): Promise<unknown>;
}

const toRow = ({ name, solutionId, kind, detailId }: Solution, opportunityId: string): Record<string, unknown> => ({
  [own.name]: name,
  [own.solutionId]: solutionId,
  ...(kind !== null && { [own.solutionKind]: kind }),
  [`${towards.opportunityId}@odata.bind`]: `/${tables.opportunity.entitySetName}(${opportunityId})`,
  ...(detailId !== null && {
    [`${towards.solutionDetailId}@odata.bind`]: `/${tables.solutionDetail.entitySetName}(${detailId})`,
  }),
});

export const createRows = (writer: RecordWriter, opportunityId: string): SolutionRows => ({
  add: async (solution) => {
    const { id } = await writer.createRecord(logicalName, toRow(solution, opportunityId));
    return toGuid(id) ?? "";
  },
  remove: async (rowId) => {
    await writer.deleteRecord(logicalName, rowId);
  },
});
