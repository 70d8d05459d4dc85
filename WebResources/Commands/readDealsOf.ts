import { columns, tables } from "../../Solution/engine/domain/schema";
import type { CallResult, DataClient } from "../shared/forms/DataClient";
import type { DealTable } from "../../PcfControls/shared/deal/DealKey";
import type { Deal } from "./Deal";
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
    const wanted = new Set(rows.value.flatMap((row) => toIds(row[lookups[each]])));
    const found = await readDeals(client, each, [...wanted]);
    if (found.kind === "failed") return found;
    deals.push(...found.value);
  }
  return { kind: "done", value: deals };
};

/** The rules of all buttons are asked at once; what they ask the server is asked once. */
const freshForMs = 1_500;

interface DealMemory {
  /** Deals as read just now. None where they could not be read: a rule has nobody to tell. */
  (table: string, ids: readonly string[]): Promise<readonly Deal[]>;
  /** Whatever is asked next is read anew. */
  forget(): void;
}

/** Reads deals for rules, and remembers them for a moment. */
export const createDealMemory = (client: DataClient, now: () => number = Date.now): DealMemory => {
  let last: { key: string; readOn: number; deals: Promise<readonly Deal[]> } | null = null;
  const recall = (table: string, ids: readonly string[]): Promise<readonly Deal[]> => {
    if (ids.length === 0) return Promise.resolve([]);
    const key = `${table} ${ids.join()}`;
    if (last?.key !== key || now() - last.readOn > freshForMs)
      last = { key, readOn: now(), deals: readAll(client, table, ids) };
    return last.deals;
  };
  return Object.assign(recall, {
    forget: () => {
      last = null;
    },
  });
};

const readAll = async (client: DataClient, table: string, ids: readonly string[]): Promise<readonly Deal[]> => {
  const found = await readDealsOf(client, table, ids);
  return found.kind === "done" ? found.value : [];
};

const toIds = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);
