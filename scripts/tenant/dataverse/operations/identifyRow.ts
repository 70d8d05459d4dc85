import { requireColumn } from "../catalogue/requireTable";
import { parseGuid } from "../guid";
import type { TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import { requireReadable } from "../security/columnPermissions";
import { normalizeValue } from "../storage/normalizeValue";
import { toStorage } from "../storage/storedValue";
import type { SqlValue } from "../database/SqlDatabase";
import type { Store } from "../Store";
import type { EntityValue, Value } from "../values";
import { findIds } from "./findRow";

/** Lower-case GUID, or a refusal that names what was given. */
export function requireGuid(id: string): string {
  const guid = parseGuid(id);
  if (guid === undefined) throw refusals.argument(`'${id}' is not a valid GUID.`);
  return guid;
}

/** Id of the row an alternate key names; undefined when there is none. */
export function findByKey(
  store: Store,
  table: TableMetadata,
  keys: Record<string, Value>,
  caller: Caller,
): string | undefined {
  const names = Object.keys(keys).sort();
  const key = table.keys.find((each) => [...each.columns].sort().join() === names.join());
  if (!key) throw refusals.keyUndefined(table.logicalName);
  const values: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(keys)) {
    const column = requireColumn(store.catalogue, table.logicalName, name);
    requireReadable(store, table.logicalName, column, caller);
    Object.assign(values, toStorage(column, normalizeValue(table.logicalName, column, value)));
  }
  return findIds(store, table, values)[0];
}

/** Id of the row an entity value means, by its id or by its alternate key; undefined when it names neither. */
export function identifyRow(
  store: Store,
  table: TableMetadata,
  entity: EntityValue,
  caller: Caller,
): string | undefined {
  if (entity.id !== undefined) return requireGuid(entity.id);
  if (entity.keys) {
    const id = findByKey(store, table, entity.keys, caller);
    if (id === undefined) throw refusals.rowMissingByKey(table.logicalName);
    return id;
  }
  const own = entity.attributes[table.primaryId];
  if (typeof own === "string") return requireGuid(own);
  return typeof own === "object" && own?.$t === "guid" ? requireGuid(own.v) : undefined;
}
