import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { attributeOf, childElement, childElements, childText, descendants, guidOf } from "../elements";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** Type code that dialogs share with forms. */
const dialog = 60;
/** Roles that every environment has; solutions name them by their templates: System Administrator and System Customizer. */
const platformRoles = new Set(["627090ff-40a3-4053-8790-584edc5be201", "119f245c-3cc8-4b62-b31c-d1a046ced15d"]);
const types = { table: "1", view: "26", chart: "59", form: "60", siteMap: "62" };

const sectionOf = ({ package: { customizations } }: CheckedImport, section: string, element: string): Element[] =>
  childElements(childElement(customizations, section), element);

const componentsOf = (app: Element, type: string): Element[] =>
  descendants(app, "AppModuleComponent").filter((component) => attributeOf(component, "type") === type);

const namesOf = (app: Element, type: string): string[] =>
  componentsOf(app, type).flatMap((component) => attributeOf(component, "schemaName") ?? []);

/** Ids of all forms, dashboards and dialogs there will be. */
const formsAfter = ({ contents, environment }: CheckedImport): ReadonlySet<string> =>
  new Set([
    ...environment.formLayers.keys(),
    ...contents.tables.flatMap((table) => table.forms.map(({ id }) => id)),
    ...contents.dashboards.map(({ id }) => id),
    ...contents.kept.flatMap(({ root }) => (root?.type === dialog ? [root.key] : [])),
  ]);

function appProblems(app: Element, subject: CheckedImport): string[] {
  const { schema, contents, environment } = subject;
  const maps = sectionOf(subject, "AppModuleSiteMaps", "AppModuleSiteMap").map((map) =>
    childText(map, "SiteMapUniqueName"),
  );
  const views = new Set([...environment.views, ...contents.tables.flatMap((table) => table.views.map(({ id }) => id))]);
  const charts = new Set([
    ...environment.charts.keys(),
    ...contents.tables.flatMap((table) => table.charts.map(({ id }) => id)),
  ]);
  const roles = new Set(contents.roles.map(({ id }) => id));
  const lost = (type: string, known: ReadonlySet<string>, kind: "view" | "chart" | "form"): string[] =>
    componentsOf(app, type)
      .map((component) => guidOf(attributeOf(component, "id")) ?? "")
      .filter((id) => !known.has(id) && !environment.presumes(kind, id))
      .map((id) => `it shows the ${kind} ${id}, which does not exist`);
  return [
    ...(componentsOf(app, types.siteMap).length > 0 ? [] : ["it has no site map"]),
    ...namesOf(app, types.siteMap)
      .filter((name) => !maps.includes(name) && !environment.presumes("web resource", name))
      .map((name) => `its site map ${name} is not in the solution`),
    ...namesOf(app, types.table)
      .filter((name) => !schema.hasTable(name.toLowerCase()))
      .map((name) => `it shows the table ${name}, which does not exist`),
    ...lost(types.view, views, "view"),
    ...lost(types.chart, charts, "chart"),
    ...lost(types.form, formsAfter(subject), "form"),
    ...descendants(app, "Role")
      .map((role) => guidOf(attributeOf(role, "id")) ?? attributeOf(role, "id") ?? "")
      .filter((id) => !roles.has(id) && !platformRoles.has(id) && !environment.presumes("role", id))
      .map((id) => `it is for the role ${id}, which does not exist`),
  ];
}

function siteMapProblems(map: Element, subject: CheckedImport): string[] {
  const { schema, contents, environment } = subject;
  const name = childText(map, "SiteMapUniqueName") ?? "";
  const apps = sectionOf(subject, "AppModules", "AppModule").filter((app) =>
    namesOf(app, types.siteMap).includes(name),
  );
  const shown = new Set(apps.flatMap((app) => namesOf(app, types.table)));
  const subAreas = descendants(map, "SubArea");
  const tables = subAreas.flatMap((subArea) => attributeOf(subArea, "Entity") || []);
  const ids = ["Area", "Group", "SubArea"].flatMap((element) =>
    descendants(map, element).map((each) => `${element} ${attributeOf(each, "Id") ?? ""}`),
  );
  const resources = new Set([...environment.webResources, ...contents.webResources.map((resource) => resource.name)]);
  const isDiff = [map, ...descendants(map, "*")].some((element) => element.hasAttribute("solutionaction"));
  return [
    ...(isDiff || (descendants(map, "Area").length > 0 && descendants(map, "Group").length > 0 && subAreas.length > 0)
      ? []
      : ["it has no area with a group and something in it"]),
    ...tables
      .filter((table) => !schema.hasTable(table.toLowerCase()))
      .map((table) => `it leads to the table ${table}, which does not exist`),
    ...tables
      .filter((table) => apps.length > 0 && !shown.has(table) && schema.hasTable(table.toLowerCase()))
      .map((table) => `it leads to ${table}, which is no table of its app`),
    ...subAreas
      .flatMap((subArea) => guidOf(attributeOf(subArea, "DefaultDashboard")) ?? [])
      .filter((id) => !formsAfter(subject).has(id) && !environment.presumes("form", id))
      .map((id) => `it leads to the dashboard ${id}, which does not exist`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...subAreas
      .flatMap((subArea) => ["Url", "VectorIcon", "Icon"].map((attribute) => attributeOf(subArea, attribute) ?? ""))
      .flatMap((value) => /^\$webresource:([^?]+)/i.exec(value)?.[1] ?? [])
      .filter((resource) => !resources.has(resource) && !environment.presumes("web resource", resource))
      .map((resource) => `it uses the web resource ${resource}, which does not exist`),
  ];
}

/** Model-driven apps and their site maps. */
export const checkApps: Check = (subject): ImportLogEntry[] => [
  ...sectionOf(subject, "AppModules", "AppModule").flatMap((app) =>
    appProblems(app, subject).map((problem) =>
      failed(
        `Model-driven app ${childText(app, "UniqueName") ?? ""}`,
        file,
        "apps show what exists",
        `In this app ${problem}.`,
      ),
    ),
  ),
  ...sectionOf(subject, "AppModuleSiteMaps", "AppModuleSiteMap").flatMap((map) =>
    siteMapProblems(map, subject).map((problem) =>
      failed(
        `Site map ${childText(map, "SiteMapUniqueName") ?? ""}`,
        file,
        "site maps lead to what exists",
        `In this site map ${problem}.`,
      ),
    ),
  ),
];
