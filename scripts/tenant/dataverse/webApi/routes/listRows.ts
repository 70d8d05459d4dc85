import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { FetchFilter } from "../../fetchXml/FetchQuery";
import { maxPageRows } from "../../fetchXml/runRowQuery";
import type { TableMetadata } from "../../metadata";
import type { ApiResponse } from "../http/ApiRequest";
import { jsonResponse } from "../http/responses";
import { writeRows } from "../query/expandRows";
import { readOptions } from "../query/readOptions";
import { readSkipToken, writeSkipToken } from "../query/skipToken";
import { toFetchQuery, type PageRequest } from "../query/toFetchQuery";
import type { WebApiContext } from "../WebApiContext";
import { contextOf } from "./contextOf";
import { countAnnotations } from "./countAnnotations";
import { listByFetchXml } from "./listByFetchXml";
import { listBySavedQuery } from "./listBySavedQuery";
import type { Route } from "./Route";

const allowed = ["$select", "$filter", "$orderby", "$expand", "$top", "$count", "$skiptoken"];

function nextLink(
  { root }: WebApiContext,
  path: string,
  options: ReadonlyMap<string, string>,
  page: PageRequest,
  cookie: string,
): string {
  const kept = [...options].filter(([name]) => name !== "$skiptoken");
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // The cookie's own signs of equality and slashes stay as they are, as there.
  const token = `$skiptoken=${encodeURI(writeSkipToken(page.number + 1, cookie))}`;
  return `${root}${path}?${[...query, token].join("&")}`;
}

/** A page of rows of a table, or of those that `within` lets through. */
export async function listPage(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  { path, within }: { path: string; within?: FetchFilter },
): Promise<ApiResponse> {
  const query = readOptions(options, allowed, table.entitySetName);
  const token = options.get("$skiptoken");
  const size = query.top === undefined ? (context.preferences.maxPageSize ?? maxPageRows) : undefined;
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
        pagingCookie !== undefined && { "@odata.nextLink": nextLink(context, path, options, page, pagingCookie) }),
    },
    200,
    preference,
  );
}

export const listRows: Route<"rows"> = async (context, { resource: { table }, options }) => {
  if (options.has("fetchXml")) return listByFetchXml(context, table, options);
  if (options.has("savedQuery")) return listBySavedQuery(context, table, options);
  return listPage(context, table, options, { path: table.entitySetName });
};
