import { type ImportLogEntry, failed } from "../ImportLog";
import { attributeOf, childFlag, childNumber, childText } from "../elements";
import { nameBasedGuid } from "../nameBasedGuid";
import type { EnvironmentVariableContent } from "./SolutionContents";
import { type ComponentFile, readComponentFiles } from "./readComponentFiles";
import { defaultLabel } from "./readCustomApis";

interface ValuesFile {
  environmentvariablevalues?: { environmentvariablevalue?: { "@environmentvariablevalueid"?: string; value?: string } };
}

function readValue(
  file: string,
  bytes: Uint8Array | undefined,
  schemaName: string,
  findings: ImportLogEntry[],
): EnvironmentVariableContent["value"] {
  if (!bytes) return undefined;
  try {
    const content = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, "")) as ValuesFile;
    const entry = content.environmentvariablevalues?.environmentvariablevalue;
    if (entry?.value === undefined) return undefined;
    return {
      id: entry["@environmentvariablevalueid"] ?? nameBasedGuid(`environmentvariablevalue:${schemaName}`),
      value: entry.value,
    };
  } catch {
    findings.push(
      failed(`Environment variable ${schemaName}`, file, "values files are JSON", "The file cannot be read as JSON."),
    );
    return undefined;
  }
}

function readDefinition(
  { file, folders, root }: ComponentFile,
  files: ReadonlyMap<string, Uint8Array>,
  findings: ImportLogEntry[],
): EnvironmentVariableContent {
  const schemaName = attributeOf(root, "schemaname") ?? "";
  const description = defaultLabel(root, "description");
  const defaultValue = childText(root, "defaultvalue");
  const valuesFile = [...folders, "environmentvariablevalues.json"].join("/");
  const value = readValue(valuesFile, files.get(valuesFile), schemaName, findings);
  return {
    schemaName,
    displayName: defaultLabel(root, "displayname") ?? schemaName,
    ...(description !== undefined && { description }),
    type: childNumber(root, "type") ?? 0,
    ...(defaultValue !== undefined && { defaultValue }),
    isRequired: childFlag(root, "isrequired") ?? false,
    secretStore: childNumber(root, "secretstore") ?? 0,
    ...(value && { value }),
    file,
  };
}

/** The environment variables below `environmentvariabledefinitions/`, with the values that travel along. */
export function readEnvironmentVariables(
  files: ReadonlyMap<string, Uint8Array>,
  findings: ImportLogEntry[],
): EnvironmentVariableContent[] {
  return readComponentFiles(files, "environmentvariabledefinition.xml", findings).map((file) =>
    readDefinition(file, files, findings),
  );
}
