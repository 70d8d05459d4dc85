import type { FetchQuery } from "../../fetchXml/FetchQuery";
import { fetchRefusals } from "../../fetchXml/fetchRefusals";
import { parseFetchXml } from "../../fetchXml/parseFetchXml";
import type { ColumnMetadata, TableMetadata } from "../../metadata";
import type { QueryResult } from "../../OrganizationService";
import type { EntityValue } from "../../values";
import type { ApiResponse } from "../http/ApiRequest";
import { wantsAnnotation } from "../http/readPreferences";
import { jsonResponse } from "../http/responses";
import type { JsonObject } from "../json/JsonObject";
import { toJson } from "../json/toJson";
import { annotate, writeRow } from "../json/writeRow";
import { allowOptions } from "../query/readOptions";
import { writeSkipToken } from "../query/skipToken";
import type { WebApiContext } from "../WebApiContext";
import { countAnnotations } from "./countAnnotations";

/** Columns of the table itself that stand in the answer even without a value. */
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

/** Runs FetchXML for rows of a table. */
export async function runFetchXml(
  context: WebApiContext,
  table: TableMetadata,
  fetchXml: string,
): Promise<ApiResponse> {
  const query = parseFetchXml(fetchXml);
  if (query.entity.name !== table.logicalName) throw fetchRefusals.entityMismatch(query.entity.name, table.logicalName);
  const result = await context.service.fetch(fetchXml, context.caller);
  const columns = ownColumns(query, table);
  return jsonResponse({
    "@odata.context": `${context.root}$metadata#${table.entitySetName}`,
    ...countAnnotations(context, result),
    ...pageAnnotations(context, query, result),
    value: result.rows.map((row) => ({
      ...writeRow(context, table, columns, row),
      ...writeAliased(context, row),
    })),
  });
}

export async function listByFetchXml(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
): Promise<ApiResponse> {
  allowOptions(options, ["fetchXml"], `${table.entitySetName} together with fetchXml`);
  return runFetchXml(context, table, options.get("fetchXml") ?? "");
}
