import type { RunningTenant } from "../../../scripts/start/startTenant";

/** Sets an environment variable, as an administrator does. */
export const setVariable = async (
  { core: { rows } }: RunningTenant,
  schemaname: string,
  value: string,
): Promise<void> => {
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
