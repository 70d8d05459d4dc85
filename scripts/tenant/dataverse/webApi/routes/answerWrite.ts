import type { TableMetadata } from "../../metadata";
import type { ApiResponse } from "../http/ApiRequest";
import { emptyResponse } from "../http/responses";
import type { QueryOptions } from "../odata/QueryOptions";
import type { WebApiContext } from "../WebApiContext";
import { readSingle } from "./readSingle";

/** 204 with the row's address, or the row itself for who prefers that. */
export async function answerWrite(
  context: WebApiContext,
  table: TableMetadata,
  id: string,
  options: QueryOptions,
  outcome: "created" | "updated",
): Promise<ApiResponse> {
  const address = `${context.root}${table.entitySetName}(${id})`;
  const headers: Record<string, string> = {
    "OData-EntityId": address,
    ...(outcome === "created" && { Location: address }),
  };
  if (!context.preferences.returnsRepresentation) return emptyResponse(headers);
  return readSingle(context, table, id, options, {
    status: outcome === "created" ? 201 : 200,
    headers: { ...headers, "Preference-Applied": "return=representation" },
  });
}
