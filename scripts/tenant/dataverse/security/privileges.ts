import type { TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import type { Store } from "../Store";

/** What a user may do to the rows of a table; with the table's schema name it names a privilege, such as prvReadOpportunity. */
export type AccessRight = "Create" | "Read" | "Write" | "Delete" | "Append" | "AppendTo" | "Assign";

/** How far a privilege reaches: nowhere, own rows, those of the business unit, of the units below it, of everybody. */
export const depth = { none: 0, basic: 1, local: 2, deep: 4, global: 8 } as const;
export type Depth = (typeof depth)[keyof typeof depth];

/** Role template that makes a role System Administrator wherever it is installed: it has every privilege there is. */
export const systemAdministratorTemplate = "627090ff-40a3-4053-8790-584edc5be201";

/** Tables of the platform that say who has which privilege. */
const tables = ["systemuserroles", "role", "roleprivileges"];

/** The widest depth that the user's roles give; SYSTEM, and everybody where there are no roles at all, reaches everywhere. */
export function depthOfPrivilege(store: Store, userId: string | null, privilege: string): Depth {
  if (userId === null || !tables.every((name) => store.catalogue.table(name))) return depth.global;
  const [row] = store.database.all(
    `SELECT MAX(CASE WHEN role.roletemplateid = ? THEN ? ELSE given.privilegedepthmask END) AS depth
       FROM systemuserroles AS member
       JOIN role ON role.roleid = member.roleid
       LEFT JOIN roleprivileges AS given ON given.roleid = member.roleid AND given.privilegename = ?
      WHERE member.systemuserid = ?`,
    [systemAdministratorTemplate, depth.global, privilege, userId],
  );
  return Number(row?.depth ?? depth.none) as Depth;
}

/** How far the caller reaches on a table; refuses who does not reach any row. */
export function requirePrivilege(store: Store, caller: Caller, right: AccessRight, table: TableMetadata): Depth {
  const privilege = `prv${right}${table.schemaName}`;
  const reach = depthOfPrivilege(store, caller.userId, privilege);
  if (reach === depth.none) throw refusals.privilegeMissing(privilege, caller.userId ?? "");
  return reach;
}
