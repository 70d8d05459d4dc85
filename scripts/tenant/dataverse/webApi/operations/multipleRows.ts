import type { TableMetadata } from "../../metadata";
import type { EntityValue, Value } from "../../values";
import type { ApiResponse } from "../http/ApiRequest";
import { emptyResponse, jsonResponse } from "../http/responses";
import { isJsonObject, type JsonObject } from "../json/JsonObject";
import { protocolRefusals } from "../protocolRefusals";
import type { WebApiContext } from "../WebApiContext";
import { readEntity } from "./readParameter";

/** Actions on many rows of a set: `POST accounts/Microsoft.Dynamics.CRM.CreateMultiple` with `{"Targets": […]}`. */
export const multipleRowActions: readonly string[] = ["CreateMultiple", "UpdateMultiple", "UpsertMultiple"];

const idsOf = (value: Value | undefined): string[] =>
  Array.isArray(value)
    ? (value as Value[]).flatMap((id) => (typeof id === "object" && id?.$t === "guid" ? [id.v] : []))
    : [];

export async function runMultipleRows(
  context: WebApiContext,
  name: string,
  table: TableMetadata,
  { Targets: targets, ...rest }: JsonObject,
): Promise<ApiResponse> {
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw protocolRefusals.parameterUnknown(unknown, name);
  if (!Array.isArray(targets) || !targets.every(isJsonObject)) {
    throw protocolRefusals.literalInvalid(table.entitySetName, targets, `Collection(${table.logicalName})`);
  }
  const rows: EntityValue[] = [];
  for (const target of targets) rows.push(await readEntity(context, target, table.logicalName));
  const parameters: Record<string, Value> = { Targets: { $t: "entities", table: table.logicalName, rows } };
  const { Ids } = await context.service.execute(name, parameters, context.caller);
  if (name !== "CreateMultiple") return emptyResponse();
  return jsonResponse({
    "@odata.context": `${context.root}$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`,
    Ids: idsOf(Ids),
  });
}
