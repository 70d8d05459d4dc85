import { nameBasedGuid } from "../nameBasedGuid";
import type { SystemRows } from "../rows/SystemRows";

/** Access rights as the platform numbers them. */
const accessRights = {
  Create: 32,
  Read: 1,
  Write: 2,
  Delete: 65536,
  Append: 4,
  AppendTo: 16,
  Assign: 524288,
  Share: 262144,
} as const;

/** The eight privileges every table has, such as prvReadOpportunity. */
export const privilegesOf = (schemaName: string): { id: string; name: string; accessRight: number }[] =>
  Object.entries(accessRights).map(([right, accessRight]) => {
    const name = `prv${right}${schemaName}`;
    return { id: nameBasedGuid(`privilege:${name.toLowerCase()}`), name, accessRight };
  });

/** Writes the privilege rows of a table. */
export async function savePrivileges(rows: SystemRows, schemaName: string): Promise<void> {
  for (const { id, name, accessRight } of privilegesOf(schemaName))
    await rows.save("privilege", id, { name, accessright: accessRight });
}
