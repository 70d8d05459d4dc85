import type { Value } from "../dataverse/values";
import type { SystemRows } from "../solution/rows/SystemRows";
import { pipelineRefusals } from "./pipelineRefusals";

/**
 * The message RetrieveEnvironmentVariableSecretValue. There the value is the path of a secret in Azure Key Vault and the answer
 * is what the vault holds; here the value is the secret itself, as nobody has a vault on the desk.
 */
export async function readSecret(parameters: Record<string, Value>, rows: SystemRows): Promise<Record<string, Value>> {
  const { EnvironmentVariableName: name } = parameters;
  if (typeof name !== "string")
    throw pipelineRefusals.parameterMissing("RetrieveEnvironmentVariableSecretValue", "EnvironmentVariableName");
  const columns = ["environmentvariabledefinitionid", "defaultvalue"];
  const [definition] = await rows.read("environmentvariabledefinition", columns, { schemaname: name });
  if (!definition) throw pipelineRefusals.variableUnknown(name);
  const id = String(definition.environmentvariabledefinitionid);
  const [current] = await rows.read("environmentvariablevalue", ["value"], { environmentvariabledefinitionid: id });
  const secret = current?.value ?? definition.defaultvalue;
  return { EnvironmentVariableSecretValue: typeof secret === "string" ? secret : null };
}
