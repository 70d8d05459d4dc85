import { type ImportLogEntry, failed } from "../ImportLog";
import { environmentVariableTypes } from "../../baseTables/tables/environmentVariableTypes";
import type { EnvironmentVariableContent } from "../contents/SolutionContents";
import type { Check } from "./Check";

const types = new Set<number>(Object.values(environmentVariableTypes));
const maxDefault = 2000;

function valueProblems({ type, defaultValue, value }: EnvironmentVariableContent): string[] {
  const given = value?.value ?? defaultValue;
  if (given === undefined) return [];
  if (type === environmentVariableTypes.Number && Number.isNaN(Number(given))) return [`"${given}" is not a number`];
  if (type === environmentVariableTypes.JSON && !isJson(given)) return [`"${given}" is not JSON`];
  if (type === environmentVariableTypes.Secret) return ["a secret must not travel with a value"];
  if (type === environmentVariableTypes.Boolean && !/^(yes|no|true|false)$/i.test(given))
    return [`"${given}" is neither yes nor no`];
  return [];
}

/** Whether a text is a value of a variable of the type JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Environment variables: known types, values that fit them. */
export const checkEnvironmentVariables: Check = ({ contents }) =>
  contents.environmentVariables.flatMap((variable): ImportLogEntry[] => {
    const { schemaName, type, defaultValue, file } = variable;
    const problems = [
      ...(/^[A-Za-z][A-Za-z0-9]*_[\w-]+$/.test(schemaName) ? [] : ["its schema name has no publisher prefix"]),
      ...(file.split("/")[1] === schemaName ? [] : [`it lies in the folder ${file.split("/")[1] ?? ""}`]),
      ...(types.has(type) ? [] : [`its type is ${type}`]),
      ...((defaultValue ?? "").length > maxDefault ? [`its default value has more than ${maxDefault} characters`] : []),
      ...valueProblems(variable),
    ];
    return problems.map((problem) =>
      failed(
        `Environment variable ${schemaName}`,
        file,
        "environment variables as the table has them",
        `It cannot be created: ${problem}.`,
      ),
    );
  });
