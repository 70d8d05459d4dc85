import { type ImportLogEntry, failed } from "../ImportLog";
import type { CustomApiContent, CustomApiParameterContent } from "../contents/SolutionContents";
import type { Check, CheckedImport } from "./Check";
import { privilegeExists } from "./privilegeExists";
import { resolvePluginType } from "./resolvePluginType";

const lastParameterType = 12;
const parts = /^customapis\/([^/]+)\/(customapirequestparameters|customapiresponseproperties)\//;
const known = { binding: [0, 1, 2], allowedStep: [0, 1, 2] };

/** Parameters and properties whose custom API is not among the files. */
function orphans({ contents, package: { files } }: CheckedImport): ImportLogEntry[] {
  const folders = new Set(contents.customApis.map(({ file }) => file.split("/")[1]));
  const lost = [...files.keys()]
    .flatMap((file) => parts.exec(file)?.[1] ?? [])
    .filter((folder) => !folders.has(folder));
  return [...new Set(lost)].map((folder) =>
    failed(
      `Custom API ${folder}`,
      `customapis/${folder}/customapi.xml`,
      "custom APIs as the table has them",
      "Its parameters are in the zip, but customapi.xml, which defines it, is not.",
    ),
  );
}

/** An API that answers something, or stands among such that run, is run itself; others are only listened to. */
const isRun = ({ properties }: CustomApiContent, { contents }: CheckedImport): boolean =>
  properties.length > 0 || contents.customApis.some(({ pluginTypeKey }) => pluginTypeKey !== undefined);

function apiProblems(api: CustomApiContent, subject: CheckedImport): string[] {
  const { pluginTypeKey, boundTable, bindingType, executePrivilege, isFunction, properties } = api;
  const folder = api.file.split("/")[1];
  return [
    ...(/^[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+$/.test(api.uniqueName) ? [] : ["its unique name has no publisher prefix"]),
    ...(folder === api.uniqueName ? [] : [`it lies in the folder ${folder ?? ""}`]),
    ...(pluginTypeKey === undefined ||
    resolvePluginType({ pluginTypeId: pluginTypeKey }, subject) ||
    subject.environment.presumes("plug-in type", pluginTypeKey)
      ? []
      : [`its plug-in type ${pluginTypeKey} is in no assembly of the zip or the environment`]),
    ...(known.binding.includes(bindingType) ? [] : [`its binding type is ${bindingType}; there are 0, 1 and 2`]),
    ...(bindingType === 0 && boundTable !== undefined
      ? [`it is bound to the table ${boundTable} and says that it is bound to none`]
      : []),
    ...(known.allowedStep.includes(api.allowedStepType)
      ? []
      : [`its allowed step type is ${api.allowedStepType}; there are 0, 1 and 2`]),
    ...(pluginTypeKey === undefined && !api.hasFormula && isRun(api, subject)
      ? ["it names no plug-in type, so nothing would run"]
      : []),
    ...(new Set([...api.parameters, ...properties].map(({ uniqueName }) => uniqueName.toLowerCase())).size ===
    api.parameters.length + properties.length
      ? []
      : ["two of its parameters have the same name"]),
    ...(bindingType !== 0 && (boundTable === undefined || !subject.schema.hasTable(boundTable))
      ? [`it is bound to the table ${boundTable ?? "(none)"}, which does not exist`]
      : []),
    ...(isFunction && properties.length === 0 ? ["it is a function without response property"] : []),
    ...(executePrivilege !== undefined && !privilegeExists(executePrivilege, subject)
      ? [`its execute privilege ${executePrivilege} does not exist`]
      : []),
  ];
}

/** What callers rely on and the platform does not let change after the first installation. */
function immutableProblems(api: CustomApiContent, { environment }: CheckedImport): string[] {
  const installed = environment.customApis.get(api.uniqueName.toLowerCase());
  if (!installed) return [];
  const changed = [
    ...(installed.bindingType === api.bindingType ? [] : ["binding type"]),
    ...(installed.isFunction === api.isFunction ? [] : ["function or action"]),
    ...(installed.allowedStepType === api.allowedStepType ? [] : ["allowed step type"]),
    ...api.parameters
      .filter((parameter) => (installed.parameters.get(parameter.uniqueName) ?? parameter.type) !== parameter.type)
      .map((parameter) => `type of ${parameter.uniqueName}`),
  ];
  return changed.map((what) => `its ${what} differs from the installed one, which cannot change`);
}

function parameterFindings(
  parameter: CustomApiParameterContent,
  api: CustomApiContent,
  isProperty: boolean,
): ImportLogEntry[] {
  const problems = [
    ...(parameter.uniqueName === "" ? ["it has no unique name"] : []),
    ...(parameter.type >= 0 && parameter.type <= lastParameterType ? [] : [`its type is ${parameter.type}`]),
    ...(parameter.file.split("/")[3] === parameter.uniqueName
      ? []
      : [`it lies in the folder ${parameter.file.split("/")[3] ?? ""}`]),
    ...(isProperty && parameter.saysOptional ? ["a response property must not say isoptional"] : []),
  ];
  const component = `${isProperty ? "Response property" : "Request parameter"} ${parameter.uniqueName} of ${api.uniqueName}`;
  return problems.map((problem) =>
    failed(
      component,
      parameter.file,
      "custom API parameters as the table has them",
      `It cannot be created: ${problem}.`,
    ),
  );
}

/** Custom APIs with their parameters. */
export const checkCustomApis: Check = (subject) => [
  ...orphans(subject),
  ...subject.contents.customApis.flatMap((api) => [
    ...[...apiProblems(api, subject), ...immutableProblems(api, subject)].map((problem) =>
      failed(
        `Custom API ${api.uniqueName}`,
        api.file,
        "custom APIs as the table has them",
        `It cannot be created: ${problem}.`,
      ),
    ),
    ...api.parameters.flatMap((parameter) => parameterFindings(parameter, api, false)),
    ...api.properties.flatMap((property) => parameterFindings(property, api, true)),
  ]),
];
