import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import { requireColumn, requireTable } from "../../catalogue/requireTable";
import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { EntityValue } from "../../values";
import type { JsonObject } from "../json/JsonObject";
import { writeRow } from "../json/writeRow";
import type { ExpandItem, QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";
import type { WebApiContext } from "../WebApiContext";
import { isNested } from "./checkExpansions";
import { conditionOf, filterOf } from "./FilterBuilder";
import { findNavigation, type Navigation } from "./navigation";
import { nextLink } from "./nextLink";
import { requireProperty } from "./properties";
import { toFetchQuery } from "./toFetchQuery";
import { within } from "./within";

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
  const column = requireColumn(catalogue, table.logicalName, own);
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

/** What stands in place of an expanded property, for each row. */
type Expanded = Map<EntityValue, JsonObject>;

const referenceTo = ({ root }: WebApiContext, { entitySetName }: TableMetadata, { id }: EntityValue): JsonObject => ({
  "@odata.id": `${root}${entitySetName}(${id ?? ""})`,
});

async function expandSingle(
  context: WebApiContext,
  rows: readonly EntityValue[],
  navigation: Navigation,
  { property, options, isReference }: ExpandItem,
): Promise<Expanded> {
  if (options.orderBy !== undefined || options.top !== undefined) throw protocolRefusals.nestedExpandOption();
  if (options.filter) throw protocolRefusals.optionNotHere("$filter", "an expanded single-valued property");
  const { table, related } = await findRelated(context, rows, navigation, isReference ? { select: [] } : options);
  const others = [...new Set([...related.values()].flat())];
  const jsons = isReference
    ? others.map((other) => referenceTo(context, table, other))
    : await writeRows(context, table, others, options);
  const written = new Map(others.map((other, index) => [other, jsons[index] ?? null]));
  const jsonOf = ([other]: readonly EntityValue[]) => (other && written.get(other)) ?? null;
  return new Map([...related].map(([row, found]) => [row, { [property]: jsonOf(found) }]));
}

/** Related rows up to `$top`, and the address where they are all. */
async function expandCollection(
  context: WebApiContext,
  { entitySetName }: TableMetadata,
  rows: readonly EntityValue[],
  navigation: Navigation,
  { property, options: { top, ...options }, written }: ExpandItem,
): Promise<Expanded> {
  const { table, related } = await findRelated(context, rows, navigation, options);
  const expanded: Expanded = new Map();
  for (const [row, found] of related) {
    const address = `${context.root}${entitySetName}(${row.id ?? ""})/${property}`;
    expanded.set(row, {
      [property]: await writeRows(context, table, found.slice(0, top), options),
      [`${property}@odata.nextLink`]: nextLink(address, written),
    });
  }
  return expanded;
}

/** The first page of related rows, and the address of the next. */
async function expandPage(
  context: WebApiContext,
  { entitySetName }: TableMetadata,
  rows: readonly EntityValue[],
  { relationship }: Navigation,
  { property, options, written }: ExpandItem,
  size: number,
): Promise<Expanded> {
  const expanded: Expanded = new Map();
  for (const row of rows) {
    const { table, filter } = within(context.catalogue, relationship, row.id ?? "");
    const page = { size, number: 1 };
    const query = toFetchQuery(context.catalogue, { table: table.logicalName, options, page, within: filter });
    const { rows: found, pagingCookie } = await context.service.fetch(printFetchXml(query), context.caller);
    const next = { number: 2, ...(pagingCookie !== undefined && { cookie: pagingCookie }) };
    const address = `${context.root}${entitySetName}(${row.id ?? ""})/${property}`;
    expanded.set(row, {
      [property]: await writeRows(context, table, found, options),
      [`${property}@odata.nextLink`]: nextLink(address, written, found.length > 0 ? next : undefined),
    });
  }
  return expanded;
}

/**
 * Rows as JSON, with all they were asked to bring along. Collections come whole, unless an expansion has another in it: then
 * the size of a page goes for them too. Source: "Join tables using OData" in Microsoft's Dataverse documentation.
 */
export async function writeRows(
  context: WebApiContext,
  table: TableMetadata,
  rows: readonly EntityValue[],
  options: QueryOptions,
): Promise<JsonObject[]> {
  const columns = shownColumns(context, table, options);
  const jsons = rows.map((row) => writeRow(context, table, columns, row));
  const { maxPageSize } = context.preferences;
  const size = maxPageSize !== undefined && isNested(options) ? Math.min(maxPageSize, maxPageRows) : undefined;
  for (const item of options.expand ?? []) {
    const navigation = findNavigation(context.catalogue, table.logicalName, item.property);
    if (!navigation) throw protocolRefusals.propertyUnknown(item.property, table.logicalName);
    const isSingle = navigation.kind === "single";
    if (item.isReference && !isSingle) throw protocolRefusals.expandedReferences();
    const expand = () => {
      if (isSingle) return expandSingle(context, rows, navigation, item);
      if (size === undefined) return expandCollection(context, table, rows, navigation, item);
      return expandPage(context, table, rows, navigation, item, size);
    };
    const expanded = await expand();
    rows.forEach((row, index) => Object.assign(jsons[index] ?? {}, expanded.get(row)));
  }
  return jsons;
}
