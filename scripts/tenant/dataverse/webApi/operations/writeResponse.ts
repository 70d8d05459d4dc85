import { requireTable } from "../../catalogue/requireTable";
import type { EntityValue, Value } from "../../values";
import type { CustomApiDefinition } from "../CustomApiCatalogue";
import type { ApiResponse } from "../http/ApiRequest";
import { emptyResponse, jsonResponse } from "../http/responses";
import type { Json, JsonObject } from "../json/JsonObject";
import { toJson } from "../json/toJson";
import { writeRow } from "../json/writeRow";
import type { WebApiContext } from "../WebApiContext";

function writeEntity(context: WebApiContext, entity: EntityValue): JsonObject {
  const table = requireTable(context.catalogue, entity.table);
  const columns = table.columns.filter(({ logicalName }) => logicalName in entity.attributes);
  const type = `#Microsoft.Dynamics.CRM.${entity.table}`;
  const id = entity.id === undefined ? {} : { [table.primaryId]: entity.id };
  return { "@odata.type": type, ...id, ...writeRow(context, table, columns, entity) };
}

function writeValue(context: WebApiContext, value: Value, type: string): Json {
  if ((type === "StringArray" || type === "Complex") && typeof value === "string") return JSON.parse(value) as Json;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as Value[]).map((item) => writeValue(context, item, type));
  switch (value.$t) {
    case "entity":
      return writeEntity(context, value);
    case "entities":
      return value.rows.map((row) => writeEntity(context, row));
    case "ref": {
      const { primaryId } = requireTable(context.catalogue, value.table);
      return { "@odata.type": `#Microsoft.Dynamics.CRM.${value.table}`, [primaryId]: value.id };
    }
    default:
      return toJson(value);
  }
}

/** The response properties of an operation; 204 for one that declares none. */
export function writeResponse(
  context: WebApiContext,
  { name, responses }: CustomApiDefinition,
  results: Record<string, Value>,
): ApiResponse {
  if (responses.length === 0) return emptyResponse();
  const properties = responses.map(
    (response) =>
      [response.property ?? response.name, writeValue(context, results[response.name] ?? null, response.type)] as const,
  );
  return jsonResponse({
    "@odata.context": `${context.root}$metadata#Microsoft.Dynamics.CRM.${name}Response`,
    ...Object.fromEntries(properties),
  });
}
