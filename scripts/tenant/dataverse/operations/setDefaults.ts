import { isChoice } from "../columnKinds";
import type { ColumnMetadata, TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import type { Store } from "../Store";
import type { Value } from "../values";
import { actingUser } from "./actingUser";
import { findRow } from "./findRow";
import type { RowValues } from "./RowValues";

function defaultOf(column: ColumnMetadata): Value {
  const { defaultValue, type } = column;
  if (defaultValue === undefined) return null;
  if (type === "bit") return defaultValue === true || defaultValue === 1;
  return isChoice(column) && typeof defaultValue === "number" ? { $t: "opt", v: defaultValue } : null;
}

/** Owner columns other than the owner follow from it. */
export function setOwner(store: Store, table: TableMetadata, values: RowValues): void {
  const owner = values.get("ownerid");
  if (table.ownership !== "user" || typeof owner !== "object" || owner?.$t !== "ref") return;
  const { catalogue } = store;
  const set = (name: string, value: Value) => {
    if (catalogue.column(table.logicalName, name)) values.set(name, value);
  };
  set("owninguser", owner.table === "systemuser" ? { $t: "ref", table: "systemuser", id: owner.id } : null);
  set("owningteam", owner.table === "team" ? { $t: "ref", table: "team", id: owner.id } : null);
  const ownerTable = catalogue.table(owner.table);
  const businessUnit = ownerTable && findRow(store, ownerTable, owner.id)?.businessunitid;
  if (typeof businessUnit === "string") {
    set("owningbusinessunit", { $t: "ref", table: "businessunit", id: businessUnit });
  }
}

/** Gives a new row what its creator left out: defaults of columns and the owner. */
export function setDefaults(store: Store, table: TableMetadata, values: RowValues, caller: Caller): void {
  for (const column of table.columns) {
    const value = defaultOf(column);
    if (value !== null && !values.has(column.logicalName)) values.set(column.logicalName, value);
  }
  const hasOwner = table.ownership === "user" && store.catalogue.column(table.logicalName, "ownerid");
  if (hasOwner && (values.get("ownerid") ?? null) === null) {
    values.set("ownerid", { $t: "ref", table: "systemuser", id: actingUser(caller) });
  }
  setOwner(store, table, values);
}
