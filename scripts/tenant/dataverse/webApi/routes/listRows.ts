import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { FetchFilter } from "../../fetchXml/FetchQuery";
import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { TableMetadata } from "../../metadata";
import type { ApiResponse } from "../http/ApiRequest";
import { jsonResponse } from "../http/responses";
import { writeRows } from "../query/expandRows";
import { readOptions } from "../query/readOptions";
import { nextLink } from "../query/nextLink";
import { readSkipToken } from "../query/skipToken";
import { toFetchQuery } from "../query/toFetchQuery";
import type { WebApiContext } from "../WebApiContext";
import { contextOf } from "./contextOf";
import { countAnnotations } from "./countAnnotations";
import { listByFetchXml } from "./listByFetchXml";
import { listBySavedQuery } from "./listBySavedQuery";
import type { Route } from "./Route";

const allowed = ["$select", "$filter", "$orderby", "$expand", "$top", "$count", "$skiptoken"];

/** Where rows are listed, and which of the table's. */
interface RowsPlace {
  path: string;
  within?: FetchFilter;
}

/** Rows of a table, or of those that `within` lets through, by OData, FetchXML or a view. */
export async function listAsAsked(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  place: RowsPlace,
): Promise<ApiResponse> {
  if (options.has("fetchXml")) return listByFetchXml(context, table, options, place.within);
  if (options.has("savedQuery")) return listBySavedQuery(context, table, options, place.within);
  return listPage(context, table, options, place);
}

async function listPage(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  { path, within }: RowsPlace,
): Promise<ApiResponse> {
  const query = readOptions(options, allowed, table.entitySetName);
  const token = options.get("$skiptoken");
  // A page size silences $top.
  const size = context.preferences.maxPageSize ?? (query.top === undefined ? maxPageRows : undefined);
  const position = token === undefined ? { number: 1 } : readSkipToken(token);
  const page = { ...position, ...(size !== undefined && { size: Math.min(size, maxPageRows) }) };
  const fetch = toFetchQuery(context.catalogue, {
    table: table.logicalName,
    options: query,
    page,
    ...(within && { within }),
  });
  const result = await context.service.fetch(printFetchXml(fetch), context.caller);
  const { rows, moreRecords, pagingCookie, totalCount } = result;
  const preference: Record<string, string> =
    context.preferences.maxPageSize === undefined
      ? {}
      : { "Preference-Applied": `odata.maxpagesize=${context.preferences.maxPageSize}` };
  return jsonResponse(
    {
      "@odata.context": contextOf(context, table.entitySetName, query),
      ...countAnnotations(context, result),
      ...(totalCount !== undefined && { "@odata.count": totalCount }),
      value: await writeRows(context, table, rows, query),
      ...(moreRecords &&
        page.size !== undefined &&
        pagingCookie !== undefined && {
          "@odata.nextLink": nextLink(context.root + path, options, { number: page.number + 1, cookie: pagingCookie }),
        }),
    },
    200,
    preference,
  );
}

export const listRows: Route<"rows"> = async (context, { resource: { table }, options }) =>
  listAsAsked(context, table, options, { path: table.entitySetName });
