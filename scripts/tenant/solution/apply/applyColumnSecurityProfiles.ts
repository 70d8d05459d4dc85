import { nameBasedGuid } from "../nameBasedGuid";
import type { PlainRow } from "../rows/SystemRows";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

export async function applyColumnSecurityProfiles(run: ImportRun): Promise<void> {
  for (const profile of run.contents.columnSecurityProfiles) {
    await run.components.save("fieldsecurityprofile", profile.id, {
      name: profile.name,
      description: profile.description,
      ...solutionValues(run),
    });
    const permissions = profile.permissions.map(
      ({ table, column, canRead, canUpdate, canCreate }): [string, PlainRow] => [
        nameBasedGuid(`fieldpermission:${profile.id}/${table}.${column}`),
        {
          fieldsecurityprofileid: profile.id,
          entityname: table,
          attributelogicalname: column,
          canread: canRead,
          canupdate: canUpdate,
          cancreate: canCreate,
        },
      ],
    );
    await run.components.saveList("fieldpermission", { fieldsecurityprofileid: profile.id }, new Map(permissions));
    succeed(run, `Column security profile ${profile.name}`, 70, profile.id, `${profile.permissions.length} columns.`);
  }
}
