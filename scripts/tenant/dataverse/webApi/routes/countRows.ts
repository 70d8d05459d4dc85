import { printFetchXml } from "../../fetchXml/printFetchXml";
import { textResponse } from "../http/responses";
import { readOptions } from "../query/readOptions";
import { toFetchQuery } from "../query/toFetchQuery";
import type { Route } from "./Route";

/** Number of rows as plain text, 5,000 at most, as there. */
export const countRows: Route<"count"> = async ({ catalogue, service, caller }, { resource: { table }, options }) => {
  const { filter } = readOptions(options, ["$filter"], `${table.entitySetName}/$count`);
  const query = toFetchQuery(catalogue, {
    table: table.logicalName,
    options: { select: [], isCounted: true, ...(filter && { filter }) },
    page: { number: 1, size: 1 },
  });
  const { totalCount = 0 } = await service.fetch(printFetchXml(query), caller);
  return textResponse(String(totalCount), "text/plain");
};
