import type { TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import type { Store } from "../Store";
import type { Value } from "../values";
import { actingUser } from "./actingUser";
import { nextVersion } from "./nextVersion";
import type { RowValues } from "./RowValues";

/** Writes who and when, and the row's next version. */
export function stampRow(
  store: Store,
  { logicalName }: TableMetadata,
  values: RowValues,
  caller: Caller,
  event: "create" | "update",
): bigint {
  const set = (name: string, value: Value) => {
    if (store.catalogue.column(logicalName, name)) values.set(name, value);
  };
  const now: Value = { $t: "dt", v: `${store.clock().toISOString().slice(0, 19)}Z` };
  const user: Value = { $t: "ref", table: "systemuser", id: actingUser(caller) };
  const actual: Value =
    caller.actualUserId === undefined ? null : { $t: "ref", table: "systemuser", id: caller.actualUserId };
  if (event === "create") {
    set("createdon", values.get("overriddencreatedon") ?? now);
    set("createdby", user);
    set("createdonbehalfby", actual);
  }
  set("modifiedon", now);
  set("modifiedby", user);
  set("modifiedonbehalfby", actual);
  return nextVersion(store.database);
}
