import type { FetchFilter, FetchQuery } from "../../fetchXml/FetchQuery";
import { fetchRefusals } from "../../fetchXml/fetchRefusals";
import { parseFetchXml } from "../../fetchXml/parseFetchXml";
import { printFetchXml } from "../../fetchXml/printFetchXml";
import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import type { QueryResult } from "../../OrganizationService";
import type { EntityValue } from "../../values";
import type { ApiResponse } from "../http/ApiRequest";
import { type Preferences, wantsAnnotation } from "../http/readPreferences";
import { jsonResponse } from "../http/responses";
import type { JsonObject } from "../json/JsonObject";
import { toJson } from "../json/toJson";
import { annotate, writeRow } from "../json/writeRow";
import { propertyOf } from "../query/properties";
import { readOptions } from "../query/readOptions";
import { writeSkipToken } from "../query/skipToken";
import type { WebApiContext } from "../WebApiContext";
import { countAnnotations } from "./countAnnotations";

/** Columns of the table itself that stand in the answer. */
function ownColumns({ entity, isAggregate, isDistinct }: FetchQuery, table: TableMetadata): ColumnMetadata[] {
  if (isAggregate) return [];
  if (entity.hasAllAttributes) return table.columns;
  const names = entity.attributes.filter(({ alias }) => alias === undefined).map(({ name }) => name);
  const asked = table.columns.filter(({ logicalName }) => names.includes(logicalName));
  const unasked = [table.primaryId, ...(asked.some(({ type }) => type === "money") ? ["transactioncurrencyid"] : [])];
  const added = table.columns.filter(
    ({ logicalName }) => unasked.includes(logicalName) && !names.includes(logicalName),
  );
  return isDistinct ? asked : [...asked, ...added];
}

/** Values of linked tables and aggregates, by their alias. */
function writeAliased(context: WebApiContext, { attributes, formatted }: EntityValue): JsonObject {
  const row: JsonObject = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== "object" || value?.$t !== "alias") continue;
    const column = context.catalogue.column(value.table, value.column);
    Object.assign(row, annotate(context, name, value, formatted?.[name], value));
    row[name] = toJson(value, column);
  }
  return row;
}

function pageAnnotations({ preferences }: WebApiContext, { page }: FetchQuery, result: QueryResult): JsonObject {
  if (!result.moreRecords) return {};
  const all: JsonObject = {
    "Microsoft.Dynamics.CRM.morerecords": true,
    ...(result.pagingCookie !== undefined && {
      "Microsoft.Dynamics.CRM.fetchxmlpagingcookie": writeSkipToken(page + 1, encodeURIComponent(result.pagingCookie)),
    }),
  };
  const wanted = Object.entries(all).filter(([name]) => wantsAnnotation(preferences, name));
  return Object.fromEntries(wanted.map(([name, value]) => [`@${name}`, value]));
}

/** What a request adds to a query of its own: that rows belong to a parent, the size of a page, a count of all rows. */
export interface FetchAdditions {
  within?: FetchFilter;
  isCounted?: boolean;
}

function complete(query: FetchQuery, { maxPageSize }: Preferences, { within, isCounted }: FetchAdditions): FetchQuery {
  const { entity, top, count } = query;
  const wantsTotalCount = query.wantsTotalCount || isCounted === true;
  if (wantsTotalCount && top !== undefined) throw fetchRefusals.topWith("returntotalrecordcount");
  const isSized = maxPageSize === undefined || top !== undefined || count !== undefined;
  return {
    ...query,
    wantsTotalCount,
    ...(!isSized && { count: Math.min(maxPageSize, maxPageRows) }),
    ...(within && { entity: { ...entity, filters: [...entity.filters, within] } }),
  };
}

/** Values that are there; unlike answers to OData, those to FetchXML leave out empty ones. */
function writeFetched(context: WebApiContext, table: TableMetadata, query: FetchQuery, row: EntityValue): JsonObject {
  const filled = ownColumns(query, table).filter(({ logicalName }) => logicalName in row.attributes);
  return { ...writeRow(context, table, filled, row), ...writeAliased(context, row) };
}

const namesIn = ({ entity, isAggregate }: FetchQuery, table: TableMetadata): string => {
  if (isAggregate || entity.hasAllAttributes) return "";
  const names = entity.attributes.map(({ name, alias }) => {
    const column = table.columns.find(({ logicalName }) => logicalName === name);
    return alias ?? (column ? propertyOf(column) : name);
  });
  return `(${[...new Set([...names, table.primaryId])].join(",")})`;
};

/** Runs FetchXML for rows of a table. */
export async function runFetchXml(
  context: WebApiContext,
  table: TableMetadata,
  fetchXml: string,
  additions: FetchAdditions = {},
): Promise<ApiResponse> {
  const query = complete(parseFetchXml(fetchXml), context.preferences, additions);
  if (query.entity.name !== table.logicalName) throw fetchRefusals.entityMismatch(query.entity.name, table.logicalName);
  const result = await context.service.fetch(printFetchXml(query), context.caller);
  const { maxPageSize } = context.preferences;
  const body = {
    "@odata.context": `${context.root}$metadata#${table.entitySetName}${namesIn(query, table)}`,
    ...(result.totalCount !== undefined && { "@odata.count": result.totalCount }),
    ...countAnnotations(context, result),
    ...pageAnnotations(context, query, result),
    value: result.rows.map((row) => writeFetched(context, table, query, row)),
  };
  const applied = maxPageSize === undefined ? {} : { "Preference-Applied": `odata.maxpagesize=${maxPageSize}` };
  return jsonResponse(body, 200, applied);
}

export async function listByFetchXml(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  within?: FetchFilter,
): Promise<ApiResponse> {
  const { isCounted = false } = readOptions(options, ["fetchXml", "$count"], `${table.entitySetName} with fetchXml`);
  return runFetchXml(context, table, options.get("fetchXml") ?? "", { isCounted, ...(within && { within }) });
}
