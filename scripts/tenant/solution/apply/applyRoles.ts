import { baseIds } from "../../baseTables/baseIds";
import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

/** Depth masks of role privileges. */
export const depthMasks: Readonly<Record<string, number>> = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

export async function applyRoles(run: ImportRun): Promise<void> {
  const privileges = await run.rows.read("privilege", ["privilegeid", "name"]);
  const idByName = new Map(
    privileges.map(({ privilegeid, name }) => [String(name).toLowerCase(), String(privilegeid)]),
  );
  for (const role of run.contents.roles) {
    await run.rows.save("role", role.id, {
      name: role.name,
      businessunitid: baseIds.businessUnit,
      ...solutionValues(run),
    });
    await run.rows.deleteWhere("roleprivileges", { roleid: role.id });
    for (const { name, depth } of role.privileges) {
      const privilegeId = idByName.get(name.toLowerCase());
      if (privilegeId === undefined) continue;
      const id = nameBasedGuid(`roleprivileges:${role.id}/${privilegeId}`);
      await run.rows.save("roleprivileges", id, {
        privilegename: name,
        roleid: role.id,
        privilegeid: privilegeId,
        privilegedepthmask: depthMasks[depth],
      });
    }
    succeed(run, `Security role ${role.name}`, 20, role.id, `${role.privileges.length} privileges.`);
  }
}
