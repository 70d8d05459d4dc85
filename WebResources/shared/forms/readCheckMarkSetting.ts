import { environmentVariables } from "../../../Solution/engine/domain/schema";
import type { DataClient, Row } from "./DataClient";

const { schemaName, defaultValue } = environmentVariables.displayCheckMark;

const query = [
  "$select=defaultvalue",
  `$filter=schemaname eq '${schemaName}'`,
  "$expand=environmentvariabledefinition_environmentvariablevalue($select=value)",
].join("&");

const toValue = (definition: Row | undefined): string => {
  const values = definition?.["environmentvariabledefinition_environmentvariablevalue"];
  const current: unknown = Array.isArray(values) ? (values[0] as Row | undefined)?.["value"] : null;
  const value = current ?? definition?.["defaultvalue"];
  return typeof value === "string" ? value : defaultValue;
};

/** Setting "Display check mark in the opportunity name"; its default when the seller may not read settings. */
export const readCheckMarkSetting = async (client: DataClient): Promise<boolean> => {
  const result = await client.retrieveMultiple("environmentvariabledefinitions", query);
  return toValue(result.kind === "done" ? result.value[0] : undefined).toLowerCase() === "yes";
};
