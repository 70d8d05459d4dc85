import type { RunningTenant } from "../../../scripts/start/startTenant";

/**
 * Sets an environment variable, as an administrator does in a quiet moment: a run reads its variables once, so one that began
 * before would go on with the former value, also with an edit that follows.
 */
export const setVariable = async ({ core }: RunningTenant, schemaname: string, value: string): Promise<void> => {
  const { rows } = core;
  await core.drainJobs();
  const definitionId = "environmentvariabledefinitionid";
  const valueId = "environmentvariablevalueid";
  const [definition] = await rows.read("environmentvariabledefinition", [definitionId], { schemaname });
  const [known] = await rows.read("environmentvariablevalue", [valueId], { schemaname });
  if (known) await rows.save("environmentvariablevalue", String(known[valueId]), { value });
  else
    await rows.create("environmentvariablevalue", {
      schemaname,
      value,
      [definitionId]: String(definition?.[definitionId]),
    });
};
