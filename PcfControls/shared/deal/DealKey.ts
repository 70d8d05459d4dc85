import { columns } from "../../../Solution/engine/domain/schema";

/** A record that a referral is paired with. */
export interface DealKey {
  table: "opportunity" | "lead";
  id: string;
}

const lookups = {
  opportunity: { link: columns.link.opportunityId, conflict: columns.conflict.opportunityId },
  lead: { link: columns.link.leadId, conflict: columns.conflict.leadId },
} as const;

/** The condition of an OData filter for the rows of a table of the connector that belong to a deal. */
export const belongsTo = ({ table, id }: DealKey, rows: "link" | "conflict"): string =>
  `_${lookups[table][rows]}_value eq ${id}`;
