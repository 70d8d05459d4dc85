import type { FetchFilter } from "../../fetchXml/FetchQuery";
import { printFetchXml } from "../../fetchXml/printFetchXml";
import type { TableMetadata } from "../../metadata";
import type { ApiResponse } from "../http/ApiRequest";
import { textResponse } from "../http/responses";
import { readOptions } from "../query/readOptions";
import { toFetchQuery } from "../query/toFetchQuery";
import type { WebApiContext } from "../WebApiContext";
import type { Route } from "./Route";

/** Number of rows as plain text, 5,000 at most, as there. */
export async function countMatching(
  { catalogue, service, caller }: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  within?: FetchFilter,
): Promise<ApiResponse> {
  const { filter } = readOptions(options, ["$filter"], `${table.entitySetName}/$count`);
  const query = toFetchQuery(catalogue, {
    table: table.logicalName,
    options: { select: [], isCounted: true, ...(filter && { filter }) },
    page: { number: 1, size: 1 },
    ...(within && { within }),
  });
  const { totalCount = 0 } = await service.fetch(printFetchXml(query), caller);
  return textResponse(String(totalCount), "text/plain");
}

export const countRows: Route<"count"> = (context, { resource: { table }, options }) =>
  countMatching(context, table, options);
