import { columns } from "../../../Solution/engine/domain/schema";

/** Tables whose rows are shared with Partner Center. */
export type DealTable = "opportunity" | "lead";

/** A record that a referral is paired with. */
export interface DealKey {
  table: DealTable;
  id: string;
}

const lookups = {
  opportunity: { link: columns.link.opportunityId, conflict: columns.conflict.opportunityId },
  lead: { link: columns.link.leadId, conflict: columns.conflict.leadId },
} as const;

/** The lookup to a deal that rows of a table of the connector have, as OData names it. */
export const lookupOf = (table: DealTable, rows: "link" | "conflict"): string => `_${lookups[table][rows]}_value`;

/** The condition of an OData filter for the rows of a table of the connector that belong to a deal. */
export const belongsTo = ({ table, id }: DealKey, rows: "link" | "conflict"): string =>
  `${lookupOf(table, rows)} eq ${id}`;

/** The deal as custom APIs are told of it. */
export const toDealParameter = ({ table, id }: DealKey): Record<string, string> =>
  table === "lead" ? { LeadId: id } : { OpportunityId: id };
