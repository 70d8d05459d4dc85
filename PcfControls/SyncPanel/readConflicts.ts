import { choices, columns, tables } from "../../Solution/engine/domain/schema";
import type { Json } from "../../Solution/engine/domain/values/Json";
import type { DataverseRecord, RecordSource } from "./RecordSource";
import { toValueText } from "./toValueText";

/** One field that was changed on both sides and waits for a decision; empty text where a side holds nothing. */
export interface ConflictRow {
  id: string;
  label: string;
  here: string;
  there: string;
}

const { fieldLabel, opportunityId, state, valueHere, valueThere } = columns.conflict;
const { logicalName: table, primaryId } = tables.conflict;

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Values are stored as JSON; text that is none is shown as it is. */
const toShownValue = (stored: unknown): string => {
  try {
    return toValueText(JSON.parse(toText(stored) || "null") as Json);
  } catch {
    return toText(stored);
  }
};

const toConflictRow = (row: DataverseRecord): ConflictRow => ({
  id: toText(row[primaryId]),
  label: toText(row[fieldLabel]),
  here: toShownValue(row[valueHere]),
  there: toShownValue(row[valueThere]),
});

/** Open conflicts of an opportunity. Without the right to read them the panel still tells that there are some. */
export const readConflicts = async (records: RecordSource, id: string): Promise<ConflictRow[]> => {
  const query = [
    `?$select=${[fieldLabel, valueHere, valueThere].join(",")}`,
    `$filter=_${opportunityId}_value eq ${id} and ${state} eq ${choices.conflictState.open}`,
    `$orderby=${fieldLabel}`,
  ].join("&");
  try {
    return (await records.retrieveMultipleRecords(table, query)).entities.map(toConflictRow);
  } catch {
    return [];
  }
};
