import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { attributeOf, childElement, childElements, childText, descendants, guidOf } from "../elements";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** Components with an id of their own: section, element, and where the id stands. */
const identified: readonly (readonly [
  section: string,
  element: string,
  id: (component: Element) => string | undefined,
])[] = [
  ["Roles", "Role", (role) => attributeOf(role, "id")],
  ["Workflows", "Workflow", (workflow) => attributeOf(workflow, "WorkflowId")],
  ["FieldSecurityProfiles", "FieldSecurityProfile", (profile) => attributeOf(profile, "fieldsecurityprofileid")],
  ["WebResources", "WebResource", (resource) => childText(resource, "WebResourceId")],
  ["SdkMessageProcessingSteps", "SdkMessageProcessingStep", (step) => attributeOf(step, "SdkMessageProcessingStepId")],
];

const nameOf = (component: Element): string =>
  attributeOf(component, "Name") ??
  attributeOf(component, "name") ??
  childText(component, "Name") ??
  component.nodeName;

function problemsOf(component: string, ids: readonly { name: string; id: string | undefined }[]): ImportLogEntry[] {
  const seen = new Map<string, string>();
  return ids.flatMap(({ name, id }) => {
    const guid = guidOf(id);
    if (guid === undefined)
      return [failed(`${component} ${name}`, file, "ids are GUIDs", `Its id is "${id ?? ""}", which is no GUID.`)];
    const other = seen.get(guid);
    if (other !== undefined)
      return [
        failed(`${component} ${name}`, file, "ids are unique", `It has the id ${guid} of ${component} ${other}.`),
      ];
    seen.set(guid, name);
    return [];
  });
}

/** Names by which the platform tells components of a kind apart. */
function duplicateNames({ contents, package: { manifest } }: CheckedImport): ImportLogEntry[] {
  const names: Record<string, string[]> = {
    Table: contents.tables.map(({ logicalName }) => logicalName),
    Relationship: contents.relationships.map(({ schemaName }) => schemaName),
    Choice: contents.choices.map(({ name }) => name),
    "Web resource": contents.webResources.map(({ name }) => name),
    "Custom control": contents.controls.map(({ name }) => name),
    "Plug-in type": contents.assemblies.flatMap(({ types }) => types.map(({ typeName }) => typeName)),
    "Custom API": contents.customApis.map(({ uniqueName }) => uniqueName),
    "Environment variable": contents.environmentVariables.map(({ schemaName }) => schemaName),
    "Connection reference": contents.connectionReferences.map(({ logicalName }) => logicalName),
    "Root component": manifest.rootComponents.map(({ type, schemaName, id }) => `${type} ${schemaName ?? id ?? ""}`),
  };
  return Object.entries(names).flatMap(([kind, each]) => {
    const lower = each.map((name) => name.toLowerCase());
    const twice = each.filter((_, index) => lower.indexOf(lower[index] ?? "") !== index);
    return twice.map((name) => failed(`${kind} ${name}`, file, "names are unique", "The zip holds it twice."));
  });
}

/** Ids that are GUIDs, and nothing there twice. */
export const checkIdentifiers: Check = (subject) => {
  const { customizations } = subject.package;
  const ofSections = identified.flatMap(([section, element, idOf]) =>
    problemsOf(
      element,
      childElements(childElement(customizations, section), element).map((component) => ({
        name: nameOf(component),
        id: idOf(component),
      })),
    ),
  );
  const modified = (element: Element): boolean => attributeOf(element, "unmodified") !== "1";
  const views = descendants(childElement(customizations, "Entities"), "savedquery").filter(modified);
  const forms = descendants(childElement(customizations, "Entities"), "systemform").filter(modified);
  const charts = descendants(childElement(customizations, "Entities"), "visualization").filter(modified);
  const dashboards = childElements(childElement(customizations, "Dashboards"), "Dashboard");
  return [
    ...ofSections,
    ...problemsOf(
      "View",
      views.map((view) => ({ name: childText(view, "savedqueryid") ?? "", id: childText(view, "savedqueryid") })),
    ),
    ...problemsOf(
      "Form",
      forms.map((form) => ({ name: childText(form, "formid") ?? "", id: childText(form, "formid") })),
    ),
    ...problemsOf(
      "Dashboard",
      dashboards.map((form) => ({ name: childText(form, "FormId") ?? "", id: childText(form, "FormId") })),
    ),
    ...problemsOf(
      "Chart",
      charts.map((chart) => childText(chart, "savedqueryvisualizationid")).map((id) => ({ name: id ?? "", id })),
    ),
    ...duplicateNames(subject),
  ];
};
