import { requireTable } from "../catalogue/requireTable";
import { isLookup } from "../columnKinds";
import type { SqlRow, SqlValue } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import { findRow } from "../operations/findRow";
import type { RowValues } from "../operations/RowValues";
import type { Caller } from "../OrganizationService";
import type { Store } from "../Store";
import type { Value } from "../values";
import { requirePrivilege } from "./privileges";
import { requireAccess } from "./rowAccess";

/** Lookups that the platform fills or that everybody may fill, whatever else they may append to. */
const freeLookups = new Set(["ownerid", "owninguser", "owningteam", "owningbusinessunit", "createdby", "modifiedby"]);
const freeTargets = new Set(["systemuser", "team", "businessunit", "transactioncurrency"]);

/** Refuses a new row that the caller may not make for its owner, or tie to the rows it points to. */
export function checkRowCreate(store: Store, table: TableMetadata, values: RowValues, caller: Caller): void {
  if (caller.userId === null) return;
  requireAccess(store, caller, "Create", table, toOwners(table, values));
  checkAppend(store, table, values, caller);
}

/** Refuses a change of a row that the caller may not write, give away, or tie to the rows it points to. */
export function checkRowUpdate(
  store: Store,
  table: TableMetadata,
  row: SqlRow,
  values: RowValues,
  caller: Caller,
): void {
  if (caller.userId === null) return;
  const isAssigned = values.has("ownerid") && idOf(values.get("ownerid")) !== row.ownerid;
  if (isAssigned) requireAccess(store, caller, "Assign", table, row);
  if (!isAssigned || values.size > 1) requireAccess(store, caller, "Write", table, row);
  checkAppend(store, table, values, caller);
}

/** Who owns a row must at least be able to read rows of its table, whoever gives it to them. */
export function checkOwner(store: Store, table: TableMetadata, values: RowValues, caller: Caller): void {
  const owner = values.get("ownerid");
  if (typeof owner !== "object" || owner?.$t !== "ref" || owner.table !== "systemuser") return;
  requirePrivilege(store, { ...caller, userId: owner.id }, "Read", table);
}

function checkAppend(store: Store, table: TableMetadata, values: RowValues, caller: Caller): void {
  for (const { logicalName } of table.columns.filter(isLookup)) {
    const value = values.get(logicalName);
    if (typeof value !== "object" || value?.$t !== "ref") continue;
    if (freeLookups.has(logicalName) || freeTargets.has(value.table)) continue;
    requirePrivilege(store, caller, "Append", table);
    const target = requireTable(store.catalogue, value.table);
    const row = findRow(store, target, value.id);
    if (row) requireAccess(store, caller, "AppendTo", target, row);
  }
}

const idOf = (value: Value | undefined): SqlValue => {
  if (typeof value !== "object" || value === null) return null;
  if (value.$t === "ref") return value.id;
  return value.$t === "guid" ? value.v : null;
};

const toOwners = ({ primaryId }: TableMetadata, values: RowValues): SqlRow => ({
  [primaryId]: idOf(values.get(primaryId)),
  ownerid: idOf(values.get("ownerid")),
  owningbusinessunit: idOf(values.get("owningbusinessunit")),
});
