import type { TableMetadata } from "../../metadata";
import { isLookup } from "../../columnKinds";
import { etagOf, rowVersionOf } from "../http/conditions";
import type { ApiRequest, ApiResponse } from "../http/ApiRequest";
import { emptyResponse, jsonResponse } from "../http/responses";
import type { QueryOptions } from "../odata/QueryOptions";
import { protocolRefusals } from "../protocolRefusals";
import { shownColumns, writeRows } from "../query/expandRows";
import { findNavigation } from "../query/navigation";
import type { WebApiContext } from "../WebApiContext";
import { contextOf } from "./contextOf";

/** Columns to read for an answer: those it shows, and the lookups its expansions follow. */
function neededColumns(context: WebApiContext, table: TableMetadata, options: QueryOptions): string[] {
  const followed = (options.expand ?? []).flatMap(({ property }) => {
    const navigation = findNavigation(context.catalogue, table.logicalName, property);
    return navigation?.kind === "single" ? [navigation.relationship.referencingColumn] : [];
  });
  const shown = shownColumns(context, table, options);
  const currency = table.columns.filter(
    (column) =>
      column.logicalName === "transactioncurrencyid" && isLookup(column) && shown.some(({ type }) => type === "money"),
  );
  return [...new Set([...shown, ...currency].map(({ logicalName }) => logicalName).concat(followed))];
}

/** One row as an answer, with its ETag. */
export async function readSingle(
  context: WebApiContext,
  table: TableMetadata,
  id: string,
  options: QueryOptions,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<ApiResponse> {
  const columns = neededColumns(context, table, options);
  const row = await context.service.retrieve(table.logicalName, id, columns, context.caller);
  const [json] = await writeRows(context, table, [row], options);
  const version: Record<string, string> = row.rowVersion === undefined ? {} : { ETag: etagOf(row.rowVersion) };
  const body = { "@odata.context": `${contextOf(context, table.entitySetName, options)}/$entity`, ...json };
  return jsonResponse(body, status, { ...version, ...headers });
}

/** 304 when the reader has this version already; never where other rows could have changed what is read. */
export function unlessKnown(
  { preferences }: WebApiContext,
  { headers }: ApiRequest,
  { expand }: QueryOptions,
  response: ApiResponse,
): ApiResponse {
  const known = headers.get("if-none-match");
  if (known === undefined || known === "null") return response;
  const version = rowVersionOf(known);
  if (version === undefined) throw protocolRefusals.headerUnknown("If-None-Match", known);
  if (expand !== undefined || preferences.annotations.length > 0) return response;
  return response.headers.ETag === etagOf(version) ? emptyResponse({}, 304) : response;
}
