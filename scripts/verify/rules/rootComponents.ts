import type { Element } from "@xmldom/xmldom";
import { elementOf, elementsOf, textOf } from "../../pack/xml";
import { componentsIn, type Rule, type SolutionPackage } from "../SolutionPackage";

const guid = /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;
const lower = (text: string | null | undefined) => (text ?? "").toLowerCase();
const braced = (id: string) => (id.startsWith("{") ? id : `{${id}}`);

/** How the component in a section is named by its row in solution.xml: by schema name or by id. */
interface Kind {
  type: string;
  section: string;
  keyOf: (component: Element) => string;
}

const kinds: readonly Kind[] = [
  { type: "1", section: "Entities", keyOf: (entity) => lower(textOf(entity, "Name")) },
  { type: "9", section: "optionsets", keyOf: (choice) => lower(choice.getAttribute("Name")) },
  { type: "20", section: "Roles", keyOf: (role) => lower(braced(role.getAttribute("id") ?? "")) },
  { type: "29", section: "Workflows", keyOf: (flow) => lower(flow.getAttribute("WorkflowId")) },
  {
    type: "70",
    section: "FieldSecurityProfiles",
    keyOf: (profile) => lower(braced(profile.getAttribute("fieldsecurityprofileid") ?? "")),
  },
  { type: "61", section: "WebResources", keyOf: (resource) => lower(textOf(resource, "Name")) },
  { type: "66", section: "CustomControls", keyOf: (control) => lower(textOf(control, "Name")) },
  { type: "91", section: "SolutionPluginAssemblies", keyOf: (assembly) => lower(assembly.getAttribute("FullName")) },
  {
    type: "92",
    section: "SdkMessageProcessingSteps",
    keyOf: (step) => lower(step.getAttribute("SdkMessageProcessingStepId")),
  },
  { type: "62", section: "AppModuleSiteMaps", keyOf: (map) => lower(textOf(map, "SiteMapUniqueName")) },
  { type: "80", section: "AppModules", keyOf: (app) => lower(textOf(app, "UniqueName")) },
];

interface Row {
  type: string;
  keys: string[];
}

const rowsOf = (solution: SolutionPackage): Row[] => {
  const place = elementOf(solution.manifest, "RootComponents");
  return (place ? elementsOf(place) : []).map((row) => ({
    type: row.getAttribute("type") ?? "",
    keys: [lower(row.getAttribute("schemaName")), lower(row.getAttribute("id"))].filter((key) => key !== ""),
  }));
};

const listedButAbsent: Rule = {
  name: "every root component is in customizations.xml",
  check: (solution) =>
    rowsOf(solution).flatMap((row) => {
      const kind = kinds.find(({ type }) => type === row.type);
      if (!kind) return [];
      const present = componentsIn(solution, kind.section).map(kind.keyOf);
      if (row.keys.some((key) => present.includes(key))) return [];
      return [
        {
          file: "solution.xml",
          words: `Root component ${row.keys[0] ?? "?"} of type ${row.type} is not defined in customizations.xml.`,
        },
      ];
    }),
};

const presentButUnlisted: Rule = {
  name: "every component has its root component row",
  check: (solution) => {
    const rows = rowsOf(solution);
    return kinds.flatMap((kind) =>
      componentsIn(solution, kind.section)
        .map(kind.keyOf)
        .filter((key) => !rows.some((row) => row.type === kind.type && row.keys.includes(key)))
        .map((key) => ({
          file: "solution.xml",
          words: `${key} of type ${kind.type} is in customizations.xml but is not declared as a root component.`,
        })),
    );
  },
};

const rowShape: Rule = {
  name: "root component rows have portable types and ids",
  check: ({ manifest }) => {
    const place = elementOf(manifest, "RootComponents");
    return (place ? elementsOf(place) : []).flatMap((row) => {
      const type = Number(row.getAttribute("type"));
      const id = row.getAttribute("id");
      const faults = [
        type >= 10_000 && `Type ${type} differs from environment to environment and would stop the import.`,
        id !== null && id !== "" && !guid.test(id) && `${id} is not an id of the form {8-4-4-4-12}.`,
      ];
      return faults.filter((words) => words !== false).map((words) => ({ file: "solution.xml", words }));
    });
  },
};

/** Rules that hold solution.xml's list of components against customizations.xml. */
export const rootComponentRules: readonly Rule[] = [listedButAbsent, presentButUnlisted, rowShape];
