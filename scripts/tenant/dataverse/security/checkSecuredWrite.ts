import type { TableMetadata } from "../metadata";
import type { RowValues } from "../operations/RowValues";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import { mayAccess } from "./columnPermissions";

/** Refuses a write to a secured column that no profile of the caller opens. */
export function checkSecuredWrite(
  store: Store,
  table: TableMetadata,
  values: RowValues,
  caller: Caller,
  event: "create" | "update",
): void {
  for (const { logicalName, secured } of table.columns) {
    if (!secured || !values.has(logicalName)) continue;
    if (mayAccess(store, table.logicalName, logicalName, caller, event)) continue;
    throw event === "create" ? refusals.securedOnCreate() : refusals.securedOnUpdate();
  }
}
