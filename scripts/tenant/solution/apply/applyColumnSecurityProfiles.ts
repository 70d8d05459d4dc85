import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

export async function applyColumnSecurityProfiles(run: ImportRun): Promise<void> {
  for (const profile of run.contents.columnSecurityProfiles) {
    await run.rows.save("fieldsecurityprofile", profile.id, {
      name: profile.name,
      description: profile.description,
      ...solutionValues(run),
    });
    await run.rows.deleteWhere("fieldpermission", { fieldsecurityprofileid: profile.id });
    for (const { table, column, canRead, canUpdate, canCreate } of profile.permissions) {
      await run.rows.save("fieldpermission", nameBasedGuid(`fieldpermission:${profile.id}/${table}.${column}`), {
        fieldsecurityprofileid: profile.id,
        entityname: table,
        attributelogicalname: column,
        canread: canRead,
        canupdate: canUpdate,
        cancreate: canCreate,
      });
    }
    succeed(run, `Column security profile ${profile.name}`, 70, profile.id, `${profile.permissions.length} columns.`);
  }
}
