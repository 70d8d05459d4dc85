import { tables } from "../../Solution/engine/domain/schema";
import type { DealKey } from "../shared/deal/DealKey";
import type { LinkFacts } from "../shared/deal/LinkFacts";
import { readConflicts, type ConflictFacts } from "../shared/deal/readConflicts";
import { fetchLink } from "../shared/deal/readLink";
import type { RecordSource } from "../shared/deal/RecordSource";
import { currencyExpansion, readCurrency, type Currency } from "../shared/deal/Currency";

/** What the lead's form does not hold. */
export interface LeadFacts {
  link: LinkFacts;
  /** Fields that wait for a decision. */
  conflicts: readonly ConflictFacts[];
  /** What the saved row says. */
  saved: { currency: Currency | null };
}

const readSaved = async (records: RecordSource, id: string): Promise<LeadFacts["saved"]> => {
  const query = `?$select=leadid&$expand=${currencyExpansion}`;
  const row = await records.retrieveRecord(tables.lead.logicalName, id, query);
  return { currency: readCurrency(row) };
};

/** Reads everything about a lead's referral that the form does not hold. Rejects where that cannot be read. */
export const readLeadFacts = async (records: RecordSource, id: string): Promise<LeadFacts> => {
  const deal: DealKey = { table: "lead", id };
  const [link, conflicts, saved] = await Promise.all([
    fetchLink(records, deal),
    readConflicts(records, deal),
    readSaved(records, id),
  ]);
  return { link, conflicts, saved };
};
