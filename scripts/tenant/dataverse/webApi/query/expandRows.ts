import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import { requireTable } from "../../catalogue/requireTable";
import type { EntityValue } from "../../values";
import type { JsonObject } from "../json/JsonObject";
import { writeRow } from "../json/writeRow";
import type { ExpandItem, QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";
import type { WebApiContext } from "../WebApiContext";
import { conditionOf, filterOf } from "./FilterBuilder";
import { findNavigation, type Navigation } from "./navigation";
import { requireProperty } from "./properties";
import { toFetchQuery } from "./toFetchQuery";

type Expanded = Map<EntityValue, JsonObject[]>;

/** Columns that stand in the answer: those selected, and the id; all without a `$select`. */
export function shownColumns(
  { catalogue }: WebApiContext,
  { logicalName, columns, primaryId }: TableMetadata,
  { select }: QueryOptions,
): ColumnMetadata[] {
  if (!select) return columns;
  const chosen = select.map((property) => requireProperty(catalogue, logicalName, property));
  // The currency that amounts are written in comes with them unasked.
  const names = [primaryId, ...(chosen.some((column) => column.type === "money") ? ["transactioncurrencyid"] : [])];
  const unasked = columns.filter((column) => names.includes(column.logicalName) && !chosen.includes(column));
  return [...chosen, ...unasked];
}

/** All rows whose column has one of the values, page after page. */
async function fetchAll(
  context: WebApiContext,
  table: string,
  options: QueryOptions,
  column: ColumnMetadata,
  ids: readonly string[],
): Promise<EntityValue[]> {
  const within = filterOf("and", { conditions: [conditionOf({ column }, "in", [...ids])] });
  const query = toFetchQuery(context.catalogue, { table, options, page: { size: 5000, number: 1 }, within });
  const { attributes, hasAllAttributes } = query.entity;
  const needed = { name: column.logicalName, isGroup: false, isDistinct: false };
  if (!hasAllAttributes && attributes.every(({ name }) => name !== needed.name)) attributes.push(needed);
  const found: EntityValue[] = [];
  for (let page = 1, cookie: string | undefined; ; page += 1) {
    const paged = { ...query, page, ...(cookie !== undefined && { pagingCookie: cookie }) };
    const { rows, moreRecords, pagingCookie } = await context.service.fetch(printFetchXml(paged), context.caller);
    found.push(...rows);
    if (!moreRecords) return found;
    cookie = pagingCookie;
  }
}

const referenced = ({ attributes }: EntityValue, column: string): string | undefined => {
  const value = attributes[column];
  return typeof value === "object" && value?.$t === "ref" ? value.id : undefined;
};

/** Rows of the other side for each row, in the order asked for. */
async function findRelated(
  context: WebApiContext,
  rows: readonly EntityValue[],
  { kind, relationship }: Navigation,
  options: QueryOptions,
): Promise<{ table: TableMetadata; related: Map<EntityValue, EntityValue[]> }> {
  const { catalogue } = context;
  const isSingle = kind === "single";
  const table = requireTable(catalogue, isSingle ? relationship.referencedTable : relationship.referencingTable);
  const own = isSingle ? table.primaryId : relationship.referencingColumn;
  const column = catalogue.column(table.logicalName, own);
  if (!column) throw new Error(`The relationship ${relationship.schemaName} has no column ${own}.`);
  const keyOf = (row: EntityValue) => (isSingle ? referenced(row, relationship.referencingColumn) : row.id);
  const ids = [...new Set(rows.map(keyOf).filter((id) => id !== undefined))];
  const found = ids.length === 0 ? [] : await fetchAll(context, table.logicalName, options, column, ids);
  const byKey = new Map<string, EntityValue[]>();
  for (const row of found) {
    const key = (isSingle ? row.id : referenced(row, own)) ?? "";
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return { table, related: new Map(rows.map((row) => [row, byKey.get(keyOf(row) ?? "") ?? []])) };
}

async function expandItem(
  context: WebApiContext,
  rows: readonly EntityValue[],
  navigation: Navigation,
  { options, isReference }: ExpandItem,
): Promise<Expanded> {
  const { top, ...rest } = isReference ? { ...options, select: [] } : options;
  if (navigation.kind === "single" && (options.filter ?? options.orderBy ?? top) !== undefined) {
    throw protocolRefusals.optionNotHere("$filter, $orderby or $top", "an expanded single-valued property");
  }
  const { table, related } = await findRelated(context, rows, navigation, rest);
  const shown = [...related].map(([row, others]) => [row, others.slice(0, top)] as const);
  const all = shown.flatMap(([, others]) => others);
  const written = new Map(all.map((row, index) => [row, index] as const));
  const jsons = isReference
    ? all.map((row): JsonObject => ({ "@odata.id": `${context.root}${table.entitySetName}(${row.id ?? ""})` }))
    : await writeRows(context, table, all, rest);
  return new Map(shown.map(([row, others]) => [row, others.map((other) => jsons[written.get(other) ?? -1] ?? {})]));
}

/** Rows as JSON, with all they were asked to bring along. */
export async function writeRows(
  context: WebApiContext,
  table: TableMetadata,
  rows: readonly EntityValue[],
  options: QueryOptions,
): Promise<JsonObject[]> {
  const columns = shownColumns(context, table, options);
  const jsons = rows.map((row) => writeRow(context, table, columns, row));
  for (const item of options.expand ?? []) {
    const navigation = findNavigation(context.catalogue, table.logicalName, item.property);
    if (!navigation) throw protocolRefusals.propertyUnknown(item.property, table.logicalName);
    const expanded = await expandItem(context, rows, navigation, item);
    rows.forEach((row, index) => {
      const others = expanded.get(row) ?? [];
      const json = jsons[index];
      if (json) json[item.property] = navigation.kind === "single" ? (others[0] ?? null) : others;
    });
  }
  return jsons;
}
