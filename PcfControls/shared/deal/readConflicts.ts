import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import { belongsTo, type DealKey } from "./DealKey";
import type { DataverseRecord, RecordSource } from "./RecordSource";

/** One field that was changed on both sides and waits for a decision, with the values as a referral holds them. */
export interface ConflictFacts {
  id: string;
  /** Place in the referral. */
  path: string;
  label: string;
  here: Json;
  there: Json;
}

const { field, fieldLabel, state, valueHere, valueThere } = columns.conflict;
const { logicalName: table, primaryId } = tables.conflict;

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Values are stored as JSON; text that is none is shown as it is. */
const toValue = (stored: unknown): Json => {
  try {
    return JSON.parse(toText(stored) || "null") as Json;
  } catch {
    return toText(stored);
  }
};

const toConflictFacts = (row: DataverseRecord): ConflictFacts => ({
  id: toText(row[primaryId]),
  path: toText(row[field]),
  label: toText(row[fieldLabel]),
  here: toValue(row[valueHere]),
  there: toValue(row[valueThere]),
});

/** Open conflicts of a deal. Without the right to read them the panel still tells that there are some. */
export const readConflicts = async (records: RecordSource, deal: DealKey): Promise<ConflictFacts[]> => {
  const query = [
    `?$select=${[field, fieldLabel, valueHere, valueThere].join(",")}`,
    `$filter=${belongsTo(deal, "conflict")} and ${state} eq ${choices.conflictState.open}`,
    `$orderby=${fieldLabel}`,
  ].join("&");
  try {
    return (await records.retrieveMultipleRecords(table, query)).entities.map(toConflictFacts);
  } catch {
    return [];
  }
};
