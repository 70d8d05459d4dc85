import { columns, tables } from "../../Solution/engine/domain/schema";
import { toId } from "../shared/deal/toId";
import type { ChosenSolution } from "./Solution";
import { toGuid } from "./toGuid";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Row = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

const own = columns.partnerCenterSolution;

const toSolution = (row: Row): ChosenSolution => {
  // An option's value is text or a number, depending on the kind of view.
  const kind = Number(row.getValue(own.solutionKind) || Number.NaN);
  return {
    rowId: toId(row.getRecordId()) ?? "",
    // A customer's view may leave the column out; the row's own name is always there.
    name: row.getFormattedValue(tables.partnerCenterSolution.primaryName) || row.getNamedReference().name,
    solutionId: row.getFormattedValue(own.solutionId),
    kind: Number.isInteger(kind) ? kind : null,
    kindLabel: row.getFormattedValue(own.solutionKind),
    detailId: toGuid((row.getValue(own.solutionDetailId) as { id?: unknown } | null)?.id),
  };
};

/** The deal's solutions, in the order of the view. */
export const toChosen = ({ sortedRecordIds, records }: DataSet): ChosenSolution[] =>
  sortedRecordIds.flatMap((id) => {
    const row = records[id];
    return row ? [toSolution(row)] : [];
  });
