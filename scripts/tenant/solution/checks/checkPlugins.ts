import { type ImportLogEntry, failed } from "../ImportLog";
import type { InstalledCustomApi } from "./Environment";
import type { StepContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";
import { resolvePluginType } from "./resolvePluginType";

/** Microsoft's own assemblies are trusted outside the sandbox. */
const microsoftToken = /PublicKeyToken=31bf3856ad364e35/i;
const stages = new Set([10, 20, 40]);

function placeProblems({ stage, mode, images }: StepContent, message: string | undefined): string[] {
  const before = images.some((image) => image.imageType === 0 || image.imageType === 2);
  const after = images.some((image) => image.imageType === 1 || image.imageType === 2);
  return [
    ...(stages.has(stage) ? [] : [`it is registered in stage ${stage}; steps run in 10, 20 or 40`]),
    ...(mode === 1 && stage !== 40 ? ["it is asynchronous outside stage 40"] : []),
    ...(message === "Create" && before ? ["Create has no row to take an image of beforehand"] : []),
    ...(message === "Delete" && after ? ["Delete leaves no row to take an image of afterwards"] : []),
    ...(after && stage !== 40 ? ["an image of the row afterwards exists in stage 40 only"] : []),
  ];
}

/** A custom API says whether others may hang steps on it. */
function apiProblems({ mode }: StepContent, api: InstalledCustomApi | undefined): string[] {
  if (!api || api.allowedStepType === 2) return [];
  if (api.allowedStepType === 1 && mode === 1) return [];
  const allowed = api.allowedStepType === 1 ? "asynchronous steps only" : "no steps";
  return [`the custom API ${api.uniqueName} allows ${allowed}`];
}

function columnProblems(step: StepContent, { schema, environment }: CheckedImport): string[] {
  if (step.primaryTable === "none") return [];
  if (!schema.hasTable(step.primaryTable))
    return [`it is registered on the table ${step.primaryTable}, which does not exist`];
  const unknown = (names: readonly string[]): string[] =>
    names.filter((name) => name !== "" && !schema.hasColumn(step.primaryTable, name));
  return [
    ...unknown(step.filteringAttributes).map(
      (name) => `it filters on ${name}, which ${step.primaryTable} does not have`,
    ),
    // No list of what a solution requires names the columns of images.
    ...(environment.presumes("table", step.primaryTable) ? [] : step.images).flatMap((image) =>
      unknown(image.attributes.split(",").map((name) => name.trim().toLowerCase())).map(
        (name) => `its image "${image.alias}" takes ${name}, which ${step.primaryTable} does not have`,
      ),
    ),
  ];
}

/** A step names its type by id and by name; both have to mean the same. Only versions may differ, which packers set anew. */
function typeNameProblems({ pluginTypeId, pluginTypeName }: StepContent, { contents }: CheckedImport): string[] {
  const withoutVersion = (name: string): string => name.replace(/,\s*Version=[\d.]+/i, "").replace(/\s+/g, "");
  const types = contents.assemblies.flatMap((assembly) => assembly.types);
  const byId = types.find((type) => type.id === pluginTypeId);
  if (!byId || pluginTypeName === undefined) return [];
  return withoutVersion(byId.assemblyQualifiedName) === withoutVersion(pluginTypeName)
    ? []
    : [`it names the type ${pluginTypeName}, but the type with its id is ${byId.assemblyQualifiedName}`];
}

function stepFindings(step: StepContent, subject: CheckedImport): ImportLogEntry[] {
  const message = subject.environment.messages.get(step.messageId ?? "");
  const problems = [
    ...(step.id === "" ? ["its id is not a GUID"] : []),
    ...(step.messageId === undefined ? ["its message id is no GUID"] : []),
    ...(step.messageId !== undefined &&
    message === undefined &&
    !subject.environment.presumes("message", step.messageId)
      ? [`it is registered on the message ${step.messageId}, which does not exist`]
      : []),
    ...(resolvePluginType(step, subject) ||
    subject.environment.presumes("plug-in type", step.pluginTypeName ?? step.pluginTypeId ?? "")
      ? []
      : [
          `its plug-in type ${step.pluginTypeName ?? step.pluginTypeId ?? "(none)"} is in no assembly of the zip or the environment`,
        ]),
    ...typeNameProblems(step, subject),
    ...placeProblems(step, message),
    ...apiProblems(step, subject.environment.customApis.get(message?.toLowerCase() ?? "")),
    ...columnProblems(step, subject),
  ];
  const advice: ImportLogEntry[] =
    message === "Update" && step.filteringAttributes.length === 0
      ? [
          {
            component: `Plug-in step "${step.name}"`,
            file,
            result: "warning",
            rule: "an Update step says which columns matter",
            message: "It runs at every update: list its columns in FilteringAttributes.",
          },
        ]
      : [];
  const findings = problems.map((problem) =>
    failed(
      `Plug-in step "${step.name}"`,
      file,
      "steps run types that exist on what exists",
      `This step cannot be registered: ${problem}.`,
    ),
  );
  return [...findings, ...advice];
}

/** Assemblies that can be loaded and steps that can be run. */
export const checkPlugins: Check = (subject) => {
  const assemblies = subject.contents.assemblies.flatMap(({ fullName, types, isolationMode }) => [
    ...(/PublicKeyToken=null/i.test(fullName) || !/PublicKeyToken=[0-9a-f]{16}/i.test(fullName)
      ? [
          failed(
            `Plug-in assembly ${fullName}`,
            file,
            "plug-in assemblies are signed",
            "Its full name has no public key token: sign it with a strong name.",
          ),
        ]
      : []),
    ...(isolationMode === 2 || microsoftToken.test(fullName)
      ? []
      : [
          failed(
            `Plug-in assembly ${fullName}`,
            file,
            "plug-ins run in the sandbox",
            `Its isolation mode is ${isolationMode}; only 2 is possible online.`,
          ),
        ]),
    ...types
      .filter((type) => !type.assemblyQualifiedName.endsWith(fullName))
      .map((type) =>
        failed(
          `Plug-in type ${type.typeName}`,
          file,
          "types belong to their assembly",
          `${type.assemblyQualifiedName} is not a type of ${fullName}.`,
        ),
      ),
  ]);
  return [...assemblies, ...subject.contents.steps.flatMap((step) => stepFindings(step, subject))];
};
