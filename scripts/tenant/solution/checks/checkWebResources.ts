import { type ImportLogEntry, failed } from "../ImportLog";
import type { WebResourceContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** Web page, style sheet, script, data, PNG, JPG, GIF, Silverlight, XSL, ICO, SVG, RESX. */
const lastType = 12;
const script = 3;
const maxBytes = 5 * 1024 * 1024;

/** Names of custom APIs, environment variables and other components that a script speaks of: `prefix_PascalCase` in quotes. */
function lostNames({ type, fileName }: WebResourceContent, subject: CheckedImport): string[] {
  const {
    contents,
    environment,
    package: { manifest, files },
  } = subject;
  const bytes = files.get(fileName);
  const { prefix } = manifest.publisher;
  if (type !== script || !bytes || contents.customApis.length === 0) return [];
  const known = new Set([
    ...contents.customApis.map(({ uniqueName }) => uniqueName),
    ...contents.environmentVariables.map(({ schemaName }) => schemaName),
    ...contents.tables.flatMap((table) => [table.schemaName, ...table.columns.map(({ schemaName }) => schemaName)]),
    ...contents.relationships.map(({ schemaName }) => schemaName),
    ...contents.connectionReferences.map(({ logicalName }) => logicalName),
  ]);
  const named = new TextDecoder().decode(bytes).matchAll(new RegExp(`(["'\`])(${prefix}_[A-Z][A-Za-z0-9]+)\\1`, "g"));
  return [...new Set([...named].map(([, , name = ""]) => name))].filter(
    (name) => !known.has(name) && !environment.customApis.has(name.toLowerCase()),
  );
}

function problems(resource: WebResourceContent, subject: CheckedImport): string[] {
  const { prefix } = subject.package.manifest.publisher;
  const size = subject.package.files.get(resource.fileName)?.length ?? 0;
  return [
    ...(resource.type >= 1 && resource.type <= lastType
      ? []
      : [`its type is ${resource.type}; there are 1 to ${lastType}`]),
    ...(/^[A-Za-z0-9_./-]+$/.test(resource.name) && !resource.name.includes("//")
      ? []
      : ["its name has other characters than letters, digits, underscores, periods, hyphens and single slashes"]),
    ...(size > maxBytes ? ["it is over 5 MB, the default limit"] : []),
    ...lostNames(resource, subject).map(
      (name) => `it speaks of ${name}, and nothing of this name with the prefix ${prefix} is in the zip`,
    ),
  ];
}

/** Web resources: kinds that exist, and scripts that speak of custom APIs and environment variables that are there. */
export const checkWebResources: Check = (subject): ImportLogEntry[] =>
  subject.contents.webResources.flatMap((resource) =>
    problems(resource, subject).map((problem) =>
      failed(
        `Web resource ${resource.name}`,
        file,
        "web resources as the server can use them",
        `It can't be used: ${problem}.`,
      ),
    ),
  );
