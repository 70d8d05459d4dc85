import type { FetchFilter } from "../../fetchXml/FetchQuery";
import type { TableMetadata } from "../../metadata";
import { refusals } from "../../refusals";
import type { ApiResponse } from "../http/ApiRequest";
import { allowOptions } from "../query/readOptions";
import type { WebApiContext } from "../WebApiContext";
import { runFetchXml } from "./listByFetchXml";

/** Runs the query of a view. */
export async function listBySavedQuery(
  context: WebApiContext,
  table: TableMetadata,
  options: ReadonlyMap<string, string>,
  within?: FetchFilter,
): Promise<ApiResponse> {
  allowOptions(options, ["savedQuery"], `${table.entitySetName} together with savedQuery`);
  const id = options.get("savedQuery") ?? "";
  const { attributes } = await context.service.retrieve(
    "savedquery",
    id,
    ["fetchxml", "returnedtypecode"],
    context.caller,
  );
  if (attributes.returnedtypecode !== table.logicalName || typeof attributes.fetchxml !== "string") {
    throw refusals.argument(`The view ${id} shows no rows of '${table.logicalName}'.`);
  }
  return runFetchXml(context, table, attributes.fetchxml, within ? { within } : {});
}
