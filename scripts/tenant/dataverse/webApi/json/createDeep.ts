import { requireTable } from "../../catalogue/requireTable";
import type { TableMetadata } from "../../metadata";
import type { EntityValue, Value } from "../../values";
import type { WebApiContext } from "../WebApiContext";
import type { JsonObject } from "./JsonObject";
import { readPayload, type Payload } from "./readPayload";

/** Attributes a row gets besides those of its payload, and how it is named. */
export type RowIdentity = Partial<Pick<EntityValue, "id" | "keys">> & { attributes?: Record<string, Value> };

const reference = (table: string, id: string): Value => ({ $t: "ref", table, id });

async function createAround(
  context: WebApiContext,
  table: TableMetadata,
  payload: Payload,
  identity: RowIdentity,
): Promise<string> {
  const { catalogue, service, caller } = context;
  const attributes: Record<string, Value> = { ...payload.attributes, ...identity.attributes };
  for (const { relationship, json } of payload.parents) {
    const parent = requireTable(catalogue, relationship.referencedTable);
    attributes[relationship.referencingColumn] = reference(parent.logicalName, await createDeep(context, parent, json));
  }
  const { id: givenId, keys } = identity;
  const named = { ...(givenId !== undefined && { id: givenId }), ...(keys && { keys }) };
  const id = await service.create({ $t: "entity", table: table.logicalName, attributes, ...named }, caller);
  for (const { relationship, created, bound } of payload.children) {
    const child = requireTable(catalogue, relationship.referencingTable);
    const link = { [relationship.referencingColumn]: reference(table.logicalName, id) };
    for (const json of created) await createDeep(context, child, json, { attributes: link });
    for (const childId of bound) {
      await service.update({ $t: "entity", table: child.logicalName, id: childId, attributes: link }, caller);
    }
  }
  return id;
}

/** Creates a row with the rows around it that its payload brings: all of them, or none. Returns its id. */
export async function createDeep(
  context: WebApiContext,
  table: TableMetadata,
  json: JsonObject,
  identity: RowIdentity = {},
): Promise<string> {
  const payload = await readPayload(context, table, json);
  const create = () => createAround(context, table, payload, identity);
  const isAlone = payload.parents.length + payload.children.length === 0;
  return isAlone ? create() : context.transactions.inTransaction(create);
}
