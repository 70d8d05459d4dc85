import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

/** Definitions are the solution's; a value is written once and from then on belongs to the environment. */
export async function applyEnvironmentVariables(run: ImportRun): Promise<void> {
  for (const variable of run.contents.environmentVariables) {
    const { schemaName, value } = variable;
    const [present] = await run.rows.read("environmentvariabledefinition", ["environmentvariabledefinitionid"], {
      schemaname: schemaName,
    });
    const id = String(
      present?.environmentvariabledefinitionid ??
        nameBasedGuid(`environmentvariabledefinition:${schemaName.toLowerCase()}`),
    );
    await run.components.save("environmentvariabledefinition", id, {
      schemaname: schemaName,
      displayname: variable.displayName,
      description: variable.description,
      type: variable.type,
      defaultvalue: variable.defaultValue ?? null,
      isrequired: variable.isRequired,
      secretstore: variable.secretStore,
      ...solutionValues(run),
    });
    const current = await run.rows.read("environmentvariablevalue", ["environmentvariablevalueid"], {
      environmentvariabledefinitionid: id,
    });
    if (value && current.length === 0) {
      await run.rows.save("environmentvariablevalue", value.id, {
        schemaname: schemaName,
        value: value.value,
        environmentvariabledefinitionid: id,
      });
    }
    succeed(run, `Environment variable ${schemaName}`, 380, id, variable.displayName);
  }
}
