import { systemAdministratorTemplate } from "../baseTables/baseIds";
import type { SystemRows } from "../solution/rows/SystemRows";

/** Answers whether a user's security roles give a privilege. */
export class PrivilegeReader {
  readonly #rows: SystemRows;

  constructor(rows: SystemRows) {
    this.#rows = rows;
  }

  async has(userId: string, privilege: string): Promise<boolean> {
    const assigned = await this.#rows.read("systemuserroles", ["roleid"], { systemuserid: userId });
    const roleIds = new Set(assigned.map((row) => row.roleid));
    const roles = await this.#rows.read("role", ["roleid", "roletemplateid"]);
    const isAdministrator = roles.some(
      (role) => roleIds.has(role.roleid) && role.roletemplateid === systemAdministratorTemplate,
    );
    if (isAdministrator) return true;
    const given = await this.#rows.read("roleprivileges", ["roleid"], { privilegename: privilege });
    return given.some((row) => roleIds.has(row.roleid));
  }
}
