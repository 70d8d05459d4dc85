import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementOf, elementsOf, textOf } from "../../pack/xml";
import { componentsIn, xmlEntry, type Rule, type SolutionPackage, type Violation } from "../SolutionPackage";

const updateMessageId = "20bebb1b-ea3e-db11-86a7-000a3a5473e8"; /* the same in every environment */
const environmentVariableTypes = [100_000_000, 100_000_001, 100_000_002, 100_000_003, 100_000_004, 100_000_005];
const secret = 100_000_005;
const highestParameterType = 12;

const filesNamed = (solution: SolutionPackage, name: string) =>
  [...solution.entries.keys()]
    .filter((entry) => entry.endsWith(`/${name}`))
    .map((file) => ({ file, xml: xmlEntry(solution, file) }));

const pluginTypeIds = (solution: SolutionPackage) =>
  new Set(
    descendantsOf(solution.customizations, "PluginType").map((type) => bare(type.getAttribute("PluginTypeId") ?? "")),
  );
const bare = (id: string) => id.replace(/[{}]/g, "").toLowerCase();

const customApis: Rule = {
  name: "a custom API finds its plug-in type",
  check: (solution) => {
    const types = pluginTypeIds(solution);
    return filesNamed(solution, "customapi.xml").flatMap(({ file, xml }) => {
      const link = elementOf(xml, "plugintypeid");
      const key = link ? (textOf(link, "plugintypeexportkey") ?? textOf(link, "plugintypeid") ?? "") : "";
      return link && !types.has(bare(key))
        ? [{ file, words: `Plug-in type ${key} is in no assembly of this solution.` }]
        : [];
    });
  },
};

const parameters: Rule = {
  name: "parameters of a custom API have a known type",
  check: (solution) => [
    ...filesNamed(solution, "customapirequestparameter.xml").flatMap(typeFault),
    ...filesNamed(solution, "customapiresponseproperty.xml").flatMap(({ file, xml }) => [
      ...typeFault({ file, xml }),
      ...(elementOf(xml, "isoptional")
        ? [{ file, words: "A response property must not say isoptional: the import fails on it." }]
        : []),
    ]),
  ],
};

const typeFault = ({ file, xml }: { file: string; xml: Element }): Violation[] => {
  const type = Number(textOf(xml, "type"));
  return Number.isInteger(type) && type >= 0 && type <= highestParameterType
    ? []
    : [{ file, words: `Type ${textOf(xml, "type") ?? "(none)"} is not one of 0 to ${highestParameterType}.` }];
};

const steps: Rule = {
  name: "a plug-in step finds its type, and an Update step says which columns matter",
  check: (solution) => {
    const types = pluginTypeIds(solution);
    return componentsIn(solution, "SdkMessageProcessingSteps").flatMap((step) => {
      const file = `step ${step.getAttribute("Name") ?? step.getAttribute("SdkMessageProcessingStepId") ?? ""}`;
      const type = textOf(step, "PluginTypeId");
      const isUpdate = bare(textOf(step, "SdkMessageId") ?? "") === updateMessageId;
      return [
        type !== undefined && !types.has(bare(type)) && `Plug-in type ${type} is in no assembly of this solution.`,
        isUpdate &&
          !textOf(step, "FilteringAttributes") &&
          "It would run at every update: list its columns in FilteringAttributes.",
      ]
        .filter((words) => words !== false)
        .map((words) => ({ file, words }));
    });
  },
};

const environmentVariables: Rule = {
  name: "environment variables have a known type and secrets no value",
  check: (solution) =>
    filesNamed(solution, "environmentvariabledefinition.xml").flatMap(({ file, xml }) => {
      const type = Number(textOf(xml, "type"));
      const hasValue =
        textOf(xml, "defaultvalue") !== undefined ||
        solution.entries.has(file.replace(/[^/]*$/, "environmentvariablevalues.json"));
      return [
        !environmentVariableTypes.includes(type) && `Type ${textOf(xml, "type") ?? "(none)"} is unknown.`,
        type === secret && hasValue && "A secret must not travel with a value.",
      ]
        .filter((words) => words !== false)
        .map((words) => ({ file, words }));
    }),
};

const privileges: Rule = {
  name: "a role's privileges are on tables that exist",
  check: (solution) => {
    const prefix = `${solution.prefix.toLowerCase()}_`;
    const tables = componentsIn(solution, "Entities").map((entity) => (textOf(entity, "Name") ?? "").toLowerCase());
    return componentsIn(solution, "Roles").flatMap((role) =>
      elementsOf(role, "RolePrivileges")
        .flatMap((list) => elementsOf(list, "RolePrivilege"))
        .map((privilege) => privilege.getAttribute("name") ?? "")
        .filter((name) => {
          const table = /^prv(?:AppendTo|Append|Assign|Create|Delete|Read|Share|Write)(.+)$/i
            .exec(name)?.[1]
            ?.toLowerCase();
          return table?.startsWith(prefix) === true && !tables.includes(table);
        })
        .map((name) => ({
          file: `role ${role.getAttribute("name") ?? ""}`,
          words: `${name} is on a table that this solution lacks.`,
        })),
    );
  },
};

/** Rules about what runs: custom APIs, plug-in steps, environment variables, roles. */
export const automationRules: readonly Rule[] = [customApis, parameters, steps, environmentVariables, privileges];
