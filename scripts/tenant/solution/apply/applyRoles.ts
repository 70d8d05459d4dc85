import { baseIds } from "../../baseTables/baseIds";
import { nameBasedGuid } from "../nameBasedGuid";
import type { PlainRow } from "../rows/SystemRows";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

/** Depth masks of role privileges. */
export const depthMasks: Readonly<Record<string, number>> = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

export async function applyRoles(run: ImportRun): Promise<void> {
  const privileges = await run.rows.read("privilege", ["privilegeid", "name"]);
  const idByName = new Map(
    privileges.map(({ privilegeid, name }) => [String(name).toLowerCase(), String(privilegeid)]),
  );
  for (const role of run.contents.roles) {
    await run.components.save("role", role.id, {
      name: role.name,
      businessunitid: baseIds.businessUnit,
      ...solutionValues(run),
    });
    const privilegesOfRole = role.privileges.flatMap(({ name, depth }): [string, PlainRow][] => {
      const privilegeid = idByName.get(name.toLowerCase());
      if (privilegeid === undefined) return [];
      const id = nameBasedGuid(`roleprivileges:${role.id}/${privilegeid}`);
      return [[id, { privilegename: name, roleid: role.id, privilegeid, privilegedepthmask: depthMasks[depth] }]];
    });
    const isSame = (present: Readonly<Record<string, unknown>>, said: PlainRow) =>
      present.privilegeid === said.privilegeid;
    await run.components.saveList("roleprivileges", { roleid: role.id }, new Map(privilegesOfRole), isSame);
    succeed(run, `Security role ${role.name}`, 20, role.id, `${role.privileges.length} privileges.`);
  }
}
