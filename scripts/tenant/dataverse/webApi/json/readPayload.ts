import type { RelationshipMetadata, TableMetadata } from "../../metadata";
import type { Value } from "../../values";
import { protocolRefusals } from "../protocolRefusals";
import { findNavigation } from "../query/navigation";
import { findColumn } from "../query/properties";
import type { WebApiContext } from "../WebApiContext";
import { fromJson } from "./fromJson";
import { isJsonObject, type Json, type JsonObject } from "./JsonObject";
import { resolveBinding } from "./resolveBinding";

/** What a payload says of one row and of rows around it. */
export interface Payload {
  attributes: Record<string, Value>;
  /** Rows that the row is to point to and that are to be created before it. */
  parents: { relationship: RelationshipMetadata; json: JsonObject }[];
  /** Rows that are to point to it: new ones, and ids of some there are. */
  children: { relationship: RelationshipMetadata; created: JsonObject[]; bound: string[] }[];
}

const bindSuffix = "@odata.bind";

/** Annotations of rows as they were read, which clients send back unchanged. */
const isEcho = (name: string): boolean => /@(odata\.|OData\.Community\.|Microsoft\.Dynamics\.CRM\.)/.test(name);

async function readBinding(
  context: WebApiContext,
  { logicalName, entitySetName }: TableMetadata,
  property: string,
  json: Json,
  payload: Payload,
): Promise<void> {
  const navigation = findNavigation(context.catalogue, logicalName, property);
  if (!navigation) throw protocolRefusals.navigationUndeclared(entitySetName, property);
  const { relationship } = navigation;
  if (navigation.kind === "single") {
    const { referencedTable, referencingColumn } = relationship;
    const column = context.catalogue.column(logicalName, referencingColumn);
    // Owners have one navigation property for users and teams alike; other lookups have one for each target.
    const targets = column?.type === "owner" ? (column.targets ?? []) : [referencedTable];
    payload.attributes[referencingColumn] =
      json === null ? null : { $t: "ref", ...(await resolveBinding(context, json, targets)) };
    return;
  }
  const bound: string[] = [];
  for (const each of Array.isArray(json) ? json : [json]) {
    bound.push((await resolveBinding(context, each, [relationship.referencingTable])).id);
  }
  payload.children.push({ relationship, created: [], bound });
}

function readNavigation(
  context: WebApiContext,
  { logicalName, entitySetName }: TableMetadata,
  property: string,
  json: Json,
  payload: Payload,
): void {
  const navigation = findNavigation(context.catalogue, logicalName, property);
  if (!navigation) throw protocolRefusals.propertyInvalid(entitySetName, property, logicalName);
  const { relationship, kind } = navigation;
  if (kind === "single" && json === null) payload.attributes[relationship.referencingColumn] = null;
  else if (kind === "single" && isJsonObject(json)) payload.parents.push({ relationship, json });
  else if (kind === "collection" && Array.isArray(json) && json.every(isJsonObject)) {
    payload.children.push({ relationship, created: json, bound: [] });
  } else throw protocolRefusals.navigationPrimitive(entitySetName, property);
}

/** Reads the body of a create or update, property by property. */
export async function readPayload(context: WebApiContext, table: TableMetadata, json: JsonObject): Promise<Payload> {
  const payload: Payload = { attributes: {}, parents: [], children: [] };
  for (const [property, value] of Object.entries(json)) {
    if (property.endsWith(bindSuffix)) {
      await readBinding(context, table, property.slice(0, -bindSuffix.length), value, payload);
      continue;
    }
    if (isEcho(property)) continue;
    const column = findColumn(context.catalogue, table.logicalName, property);
    if (column) payload.attributes[column.logicalName] = fromJson(column, value, table.entitySetName);
    else readNavigation(context, table, property, value, payload);
  }
  return payload;
}
