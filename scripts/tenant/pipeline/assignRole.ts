import { nameBasedGuid } from "../solution/nameBasedGuid";
import type { SystemRows } from "../solution/rows/SystemRows";

/** Gives a user a security role. */
export async function assignRole(rows: SystemRows, userId: string, roleName: string): Promise<void> {
  const [role] = await rows.read("role", ["roleid"], { name: roleName });
  if (!role) throw new Error(`There is no security role "${roleName}".`);
  const roleid = String(role.roleid);
  await rows.save("systemuserroles", nameBasedGuid(`systemuserroles:${userId}/${roleid}`), {
    systemuserid: userId,
    roleid,
  });
}
