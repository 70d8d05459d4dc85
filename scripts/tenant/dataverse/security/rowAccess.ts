import type { SqlRow, SqlValue } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import { depth, depthOfPrivilege, requirePrivilege, type AccessRight, type Depth } from "./privileges";

/** A condition on a row's owner columns; `alias` is the table's name in SQL. */
interface OwnerCondition {
  text: string;
  values: SqlValue[];
}

const unitOf = `SELECT businessunitid FROM systemuser WHERE systemuserid = ?`;
const unitsBelow = `WITH RECURSIVE unit(id) AS (
  ${unitOf} UNION SELECT businessunit.businessunitid FROM businessunit JOIN unit ON businessunit.parentbusinessunitid = unit.id
) SELECT id FROM unit`;

function ownerCondition(reach: Depth, userId: string, alias: string): OwnerCondition {
  const own = `${alias}ownerid = ?`;
  if (reach === depth.basic) return { text: own, values: [userId] };
  const units = reach === depth.local ? unitOf : unitsBelow;
  return { text: `(${own} OR ${alias}owningbusinessunit IN (${units}))`, values: [userId, userId] };
}

/** Which rows of a table the caller sees, or undefined for all; refuses who sees none. */
export function readableRows(
  store: Store,
  caller: Caller,
  table: TableMetadata,
  alias: string,
): OwnerCondition | undefined {
  const reach = requirePrivilege(store, caller, "Read", table);
  if (caller.userId === null || reach === depth.global || table.ownership === "organization") return undefined;
  return ownerCondition(reach, caller.userId, `${alias}.`);
}

/** Refuses who may not do this to this row. Where nothing else is said, a row is who owns it, and its business unit. */
export function requireAccess(
  store: Store,
  caller: Caller,
  right: AccessRight,
  table: TableMetadata,
  row: Pick<SqlRow, string>,
): void {
  const reach = requirePrivilege(store, caller, right, table);
  if (caller.userId === null || isWithin(store, caller.userId, reach, table, row)) return;
  throw refusals.accessDenied(caller.userId, right, String(row[table.primaryId]), table.logicalName);
}

/** Whether a user may change a row, as forms ask before they let anybody type. */
export function mayWriteRow(store: Store, userId: string, table: TableMetadata, row: Pick<SqlRow, string>): boolean {
  const reach = depthOfPrivilege(store, userId, `prvWrite${table.schemaName}`);
  return reach !== depth.none && isWithin(store, userId, reach, table, row);
}

function isWithin(
  store: Store,
  userId: string,
  reach: Depth,
  table: TableMetadata,
  row: Pick<SqlRow, string>,
): boolean {
  if (reach === depth.global || table.ownership === "organization") return true;
  const { text, values } = ownerCondition(reach, userId, "");
  const owners = `SELECT ? AS ownerid, ? AS owningbusinessunit`;
  const sql = `SELECT 1 FROM (${owners}) WHERE ${text}`;
  return store.database.all(sql, [row.ownerid ?? null, row.owningbusinessunit ?? null, ...values]).length > 0;
}
