import { requireTable } from "../catalogue/requireTable";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import type { EntityValue } from "../values";
import { checkOwner, checkRowCreate } from "../security/checkRowWrite";
import { checkSecuredWrite } from "../security/checkSecuredWrite";
import { checkKeys, checkRequired, checkTargets } from "./checkRow";
import { deriveValues } from "./deriveValues";
import { findRow } from "./findRow";
import { requireGuid } from "./identifyRow";
import { readGivenValues } from "./readGivenValues";
import { setDefaults } from "./setDefaults";
import { setState } from "./setState";
import { stampRow } from "./stampRow";
import { insertRow, toStoredValues } from "./writeRow";

function newId(store: Store, entity: EntityValue, primaryId: string): string {
  const given = entity.attributes[primaryId] ?? null;
  if (entity.id !== undefined) return requireGuid(entity.id);
  if (typeof given === "string") return requireGuid(given);
  return typeof given === "object" && given?.$t === "guid" ? requireGuid(given.v) : store.ids();
}

/** Creates the row and returns its id. */
export function createRow(store: Store, entity: EntityValue, caller: Caller): string {
  const table = requireTable(store.catalogue, entity.table);
  const id = newId(store, entity, table.primaryId);
  if (findRow(store, table, id)) throw refusals.idTaken();

  const attributes = { ...entity.keys, ...entity.attributes };
  const values = readGivenValues(store, table, { ...entity, attributes }, (column) => column.validForCreate);
  checkSecuredWrite(store, table, values, caller, "create");
  values.set(table.primaryId, { $t: "guid", v: id });
  setDefaults(store, table, values, caller);
  setState(table, values, undefined);
  deriveValues(store, table, values, values);
  checkRequired(table, values, "create");
  checkTargets(store, table, values);
  checkRowCreate(store, table, values, caller);
  checkOwner(store, table, values, caller);

  const version = stampRow(store, table, values, caller, "create");
  const stored = toStoredValues(store, table, values);
  checkKeys(store, table, stored, id);
  insertRow(store, table, stored, version);
  return id;
}
