import { columns, tables } from "../../Solution/engine/domain/schema";
import type { CallResult, DataClient } from "../shared/forms/DataClient";
import type { Deal, DealTable } from "./Deal";
import { readByIds } from "./readByIds";
import { readDeals } from "./readDeals";

/** Tables of the connector whose rows are about an opportunity or a lead. */
export const aboutDeals = { link: columns.link, conflict: columns.conflict, message: columns.message } as const;

export type AboutDeals = keyof typeof aboutDeals;

const dealTables: readonly DealTable[] = ["opportunity", "lead"];

/** Logical names of tables, as command bars give them. */
export type TableName = string;

export const toDealTable = (table: TableName): DealTable | undefined => dealTables.find((each) => each === table);

export const toAboutDeals = (table: TableName): AboutDeals | undefined =>
  (Object.keys(aboutDeals) as AboutDeals[]).find((each) => tables[each].logicalName === table);

/** Opportunities and leads themselves, or those that rows of the connector's tables are about. */
export const readDealsOf = async (
  client: DataClient,
  table: TableName,
  ids: readonly string[],
): Promise<CallResult<Deal[]>> => {
  const dealTable = toDealTable(table);
  if (dealTable) return readDeals(client, dealTable, ids);
  const about = toAboutDeals(table);
  if (!about) return { kind: "done", value: [] };
  const { opportunityId, leadId } = aboutDeals[about];
  const lookups = { opportunity: `_${opportunityId}_value`, lead: `_${leadId}_value` };
  const rows = await readByIds(client, tables[about], Object.values(lookups), ids);
  if (rows.kind === "failed") return rows;
  const deals: Deal[] = [];
  for (const each of dealTables) {
    const wanted = new Set(rows.value.flatMap((row) => toId(row[lookups[each]])));
    const found = await readDeals(client, each, [...wanted]);
    if (found.kind === "failed") return found;
    deals.push(...found.value);
  }
  return { kind: "done", value: deals };
};

const toId = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);
