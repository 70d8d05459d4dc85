import { requireTable } from "../../catalogue/requireTable";
import { decimalText } from "../../decimal";
import { parseGuid } from "../../guid";
import type { EntityValue, Value } from "../../values";
import type { CustomApiParameter, OperationType } from "../CustomApiCatalogue";
import { isJsonObject, type Json, type JsonObject } from "../json/JsonObject";
import { readPayload } from "../json/readPayload";
import { protocolRefusals } from "../protocolRefusals";
import type { WebApiContext } from "../WebApiContext";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Types that JSON writes plainly; undefined is for what does not fit. */
const plain: Record<
  Exclude<OperationType, "Entity" | "EntityCollection" | "EntityReference">,
  (json: Json) => Value | undefined
> = {
  Boolean: (json) => (typeof json === "boolean" ? json : undefined),
  DateTime: (json) =>
    typeof json === "string" && /^\d{4}-\d{2}-\d{2}/.test(json) && !Number.isNaN(Date.parse(json))
      ? { $t: "dt", v: new Date(json).toISOString() }
      : undefined,
  Decimal: (json) => (typeof json === "number" ? { $t: "dec", v: decimalText(json) } : undefined),
  Float: (json) => (typeof json === "number" ? json : undefined),
  Integer: (json) => (Number.isInteger(json) ? (json as number) : undefined),
  Money: (json) => (typeof json === "number" ? { $t: "money", v: decimalText(json) } : undefined),
  Picklist: (json) => (Number.isInteger(json) ? { $t: "opt", v: json as number } : undefined),
  String: (json) => (typeof json === "string" ? json : undefined),
  StringArray: (json) =>
    Array.isArray(json) && json.every((item) => typeof item === "string") ? JSON.stringify(json) : undefined,
  Binary: (json) => (typeof json === "string" && base64.test(json) ? json : undefined),
  Complex: (json) => (isJsonObject(json) ? JSON.stringify(json) : undefined),
  Guid: (json) => {
    const id = typeof json === "string" ? parseGuid(json) : undefined;
    return id === undefined ? undefined : { $t: "guid", v: id };
  },
};

/** Rows in parameters say their table: `"@odata.type": "Microsoft.Dynamics.CRM.account"`. */
function tableOf(json: JsonObject): string {
  const type = json["@odata.type"];
  const table = typeof type === "string" ? /^#?(?:Microsoft\.Dynamics\.CRM|mscrm)\.(\w+)$/.exec(type)?.[1] : undefined;
  if (table === undefined) throw protocolRefusals.literalInvalid("", json, "Microsoft.Dynamics.CRM.crmbaseentity");
  return table;
}

/** A row in a parameter, of the table it names or, in messages on many rows, of theirs. */
export async function readEntity(context: WebApiContext, json: JsonObject, known?: string): Promise<EntityValue> {
  const table = requireTable(context.catalogue, known ?? tableOf(json));
  const { attributes, parents, children } = await readPayload(context, table, json);
  const [other] = [...parents, ...children];
  if (other) throw protocolRefusals.navigationUndeclared(table.entitySetName, other.relationship.schemaName);
  const id = attributes[table.primaryId];
  const named = typeof id === "object" && id?.$t === "guid" ? { id: id.v } : {};
  return { $t: "entity", table: table.logicalName, attributes, ...named };
}

function readReference({ catalogue }: WebApiContext, json: JsonObject, known?: string): Value | undefined {
  const table = requireTable(catalogue, known ?? tableOf(json));
  const id = json[table.primaryId];
  const guid = typeof id === "string" ? parseGuid(id) : undefined;
  return guid === undefined ? undefined : { $t: "ref", table: table.logicalName, id: guid };
}

async function readValue(
  context: WebApiContext,
  { type, table }: Pick<CustomApiParameter, "type" | "table">,
  json: Json,
): Promise<Value | undefined> {
  switch (type) {
    case "Entity":
      return isJsonObject(json) ? readEntity(context, json, table) : undefined;
    case "EntityReference":
      return isJsonObject(json) ? readReference(context, json, table) : undefined;
    case "EntityCollection": {
      if (!Array.isArray(json) || !json.every(isJsonObject)) return undefined;
      const rows: EntityValue[] = [];
      for (const row of json) rows.push(await readEntity(context, row));
      return { $t: "entities", table: rows[0]?.table ?? "", rows };
    }
    default:
      return plain[type](json);
  }
}

/** A parameter of an operation in the type it was registered with. */
export async function readParameter(
  context: WebApiContext,
  parameter: Pick<CustomApiParameter, "type" | "table">,
  json: Json,
): Promise<Value> {
  if (json === null) return null;
  const value = await readValue(context, parameter, json);
  if (value === undefined) throw protocolRefusals.literalInvalid("", json, parameter.type);
  return value;
}
