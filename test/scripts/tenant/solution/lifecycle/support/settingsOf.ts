import { createHash } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import type { ColumnMetadata } from "../../../../../../scripts/tenant/dataverse/metadata";
import { childElement, childElements, descendants } from "../../../../../../scripts/tenant/solution/elements";
import { parseXml } from "../../../../../../scripts/tenant/solution/parseXml";
import type { ReadRow } from "../../../../../../scripts/tenant/solution/rows/SystemRows";
import type { GivenTenant } from "../../../pipeline/support/givenTenant";

/** Everything there is to set in a tenant: what it belongs to and which fact of it, with the value as text. */
export type Settings = ReadonlyMap<string, string>;

/** Key of a fact; what stands before the hash is the component. */
const keyOf = (component: string, fact: string): string => `${component}#${fact}`;
export const componentOf = (key: string): string => key.slice(0, key.indexOf("#"));

/** Rows that a person or a solution makes to say how something is. */
const settingTables = [
  "savedquery",
  "savedqueryvisualization",
  "webresource",
  "customcontrol",
  "environmentvariabledefinition",
  "environmentvariablevalue",
  "role",
  "roleprivileges",
  "systemuserroles",
  "fieldsecurityprofile",
  "fieldpermission",
  "systemuserprofiles",
  "sdkmessageprocessingstep",
  "workflow",
  "connectionreference",
  "customapi",
  "msdyn_componentlayer",
  "cosell_fieldmapping",
  "cosell_connection",
];

/** Facts that say when and by whom, or which solution wrote last. */
const passing = new Set([
  "createdon",
  "createdby",
  "modifiedon",
  "modifiedby",
  "versionnumber",
  "solutionid",
  "introducedversion",
  "msdyn_order",
]);

const short = (text: string): string =>
  text.length > 120 ? `sha1 ${createHash("sha1").update(text).digest("hex")}` : text;

export async function settingsOf(tenant: GivenTenant): Promise<Settings> {
  const settings = new Map<string, string>();
  for (const table of settingTables) await addRows(table, tenant, settings);
  addMetadata(tenant, settings);
  for (const row of await tenant.rows.read("systemform", ["formid", "name", "formactivationstate", "formxml"])) {
    const form = `form ${String(row.formid)}`;
    settings.set(keyOf(form, "name"), String(row.name));
    settings.set(keyOf(form, "active"), String(row.formactivationstate));
    const parsed = parseXml("formxml", String(row.formxml));
    if (parsed.ok) addForm(form, parsed.root, settings);
  }
  return settings;
}

async function addRows(table: string, { rows, catalogue }: GivenTenant, settings: Map<string, string>): Promise<void> {
  const { primaryId = "", columns = [] } = catalogue.table(table) ?? {};
  const names = columns.map(({ logicalName }) => logicalName).filter((name) => !passing.has(name));
  for (const row of await rows.read(table, names)) {
    // Layers of forms are seen in the forms they make.
    if (row.msdyn_solutioncomponentname === "SystemForm") continue;
    const component = componentOfRow(table, row, String(row[primaryId]));
    for (const name of names.filter((each) => each !== primaryId))
      if (row[name] !== undefined) settings.set(keyOf(component, name), short(String(row[name])));
  }
}

/** Values go with the setting that they are of; a privilege is the same whoever gave it. */
function componentOfRow(table: string, row: ReadRow, id: string): string {
  if (table === "environmentvariablevalue")
    return `environmentvariabledefinition ${String(row.environmentvariabledefinitionid)}`;
  return table === "roleprivileges" ? `${table} ${String(row.roleid)} ${String(row.privilegename)}` : `${table} ${id}`;
}

function addMetadata({ catalogue }: GivenTenant, settings: Map<string, string>): void {
  for (const { logicalName: table, displayName, collectionName, columns } of catalogue.tables()) {
    settings.set(keyOf(`table ${table}`, "names"), `${displayName}, ${collectionName}`);
    for (const column of columns) addColumn(`column ${table}.${column.logicalName}`, column, settings);
  }
  for (const { name, displayName, options } of catalogue.choices()) {
    settings.set(keyOf(`choice ${name}`, "name"), displayName);
    for (const { value, label } of options) settings.set(keyOf(`option ${name}.${value}`, "label"), label);
  }
}

function addColumn(component: string, { options = [], ...facts }: ColumnMetadata, settings: Map<string, string>): void {
  for (const [fact, value] of Object.entries(facts)) settings.set(keyOf(component, fact), JSON.stringify(value));
  // Of a choice that several columns share, columns have a copy only.
  if (facts.optionSetName !== undefined) return;
  for (const { value, label } of options) settings.set(keyOf(`${component} option ${value}`, "label"), label);
}

const attributes = (element: Element | undefined): string =>
  [...(element?.attributes ?? [])]
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(" ");

/** A label a language: whoever renames in theirs leaves the others to the solution. */
function addLabels(component: string, element: Element, settings: Map<string, string>): void {
  for (const label of childElements(childElement(element, "labels"), "label"))
    settings.set(
      keyOf(component, `label ${label.getAttribute("languagecode") ?? ""}`),
      label.getAttribute("description") ?? "",
    );
}

/** Where each cell stands, and how tabs, sections and cells look. */
function addForm(form: string, root: Element, settings: Map<string, string>): void {
  for (const kind of ["tab", "section", "cell"] as const) {
    for (const node of descendants(root, kind)) {
      const component = `${form} ${kind} ${node.getAttribute("id")?.toLowerCase() ?? ""}`;
      settings.set(keyOf(component, "attributes"), attributes(node));
      addLabels(component, node, settings);
      if (kind !== "cell") continue;
      settings.set(keyOf(component, "control"), attributes(childElement(node, "control")));
      settings.set(keyOf(component, "section"), sectionOf(node));
    }
  }
  for (const handler of descendants(root, "Handler"))
    settings.set(
      keyOf(`${form} handler ${handler.getAttribute("handlerUniqueId") ?? ""}`, "attributes"),
      attributes(handler),
    );
}

function sectionOf(node: Element): string {
  for (let at = node.parentNode; at; at = at.parentNode)
    if (at.nodeName === "section") return (at as Element).getAttribute("id") ?? "";
  return "header or footer";
}
