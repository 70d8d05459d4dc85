import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import { belongsTo, type DealKey } from "./DealKey";
import type { DataverseRecord, RecordSource } from "./RecordSource";

/** What waits for a decision: a field that was changed on both sides, with the values as a referral holds them, or a proposal. */
export interface ConflictFacts {
  id: string;
  /** Place in the referral. */
  path: string;
  label: string;
  here: Json;
  there: Json;
  /** What both held when they were equal last; of a proposal, what speaks for it. */
  agreed: Json;
}

const { field, fieldLabel, lastAgreedValue, state, valueHere, valueThere } = columns.conflict;
const { logicalName: table, primaryId } = tables.conflict;

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Texts and lists are stored as people read them, and what could be taken for another value as JSON. */
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
  agreed: toValue(row[lastAgreedValue]),
});

/** Open conflicts of a deal. Without the right to read them the panel still tells that there are some. */
export const readConflicts = async (records: RecordSource, deal: DealKey): Promise<ConflictFacts[]> => {
  const query = [
    `?$select=${[field, fieldLabel, valueHere, valueThere, lastAgreedValue].join(",")}`,
    `$filter=${belongsTo(deal, "conflict")} and ${state} eq ${choices.conflictState.open}`,
    `$orderby=${fieldLabel}`,
  ].join("&");
  try {
    return (await records.retrieveMultipleRecords(table, query)).entities.map(toConflictFacts);
  } catch {
    return [];
  }
};
