import type { ColumnMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import { systemAdministratorTemplate } from "./privileges";

export type ColumnAccess = "read" | "create" | "update";

const permissionColumn = { read: "canread", create: "cancreate", update: "canupdate" } as const;
const allowed = 4;

/** Tables of the platform that say which profiles open which columns to whom. */
const tables = ["fieldpermission", "systemuserprofiles"];

const roleTables = ["systemuserroles", "role"];

/** System administrators have a profile that opens every secured column; nobody can take them out of it. */
const isAdministrator = ({ database, catalogue }: Store, userId: string): boolean =>
  roleTables.every((name) => catalogue.table(name)) &&
  database.all(
    `SELECT 1 FROM systemuserroles AS assigned JOIN role ON role.roleid = assigned.roleid
      WHERE assigned.systemuserid = ? AND role.roletemplateid = ? LIMIT 1`,
    [userId, systemAdministratorTemplate],
  ).length > 0;

/** Whether a caller may use a secured column: SYSTEM and administrators always, others through a column security profile. */
export function mayAccess(store: Store, table: string, column: string, caller: Caller, access: ColumnAccess): boolean {
  const { database, catalogue } = store;
  if (caller.userId === null || isAdministrator(store, caller.userId)) return true;
  if (!tables.every((name) => catalogue.table(name))) return false;
  const rows = database.all(
    `SELECT 1 FROM fieldpermission AS permission
       JOIN systemuserprofiles AS member ON member.fieldsecurityprofileid = permission.fieldsecurityprofileid
      WHERE member.systemuserid = ? AND permission.entityname = ? AND permission.attributelogicalname = ?
        AND permission.${permissionColumn[access]} = ?
      LIMIT 1`,
    [caller.userId, table, column, allowed],
  );
  return rows.length > 0;
}

type Secured = Pick<ColumnMetadata, "logicalName" | "secured">;

/** Whether the caller sees the column's values. */
export const mayRead = (store: Store, table: string, { logicalName, secured }: Secured, caller: Caller): boolean =>
  !secured || mayAccess(store, table, logicalName, caller, "read");

/** Refuses who may not see the column's values. */
export function requireReadable(store: Store, table: string, column: Secured, caller: Caller): void {
  if (!mayRead(store, table, column, caller)) throw refusals.securedOnRead();
}
