import { type Document, DOMParser, type Element, XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  childElement,
  childElements,
  childText,
  descendants,
} from "../../../../../../scripts/tenant/solution/elements";

/** What the release before had and this one has not. */
export const retired = {
  column: "cosell_retired",
  option: 599_990_099,
  webResource: "cosell_/retired.js",
  setting: "cosell_RetiredSetting",
  privilege: "prvDeleteContact",
} as const;

/** Ids of the components that the release before brings beside those it shares with this one. */
const ids = {
  view: "{0d0e1111-0000-4000-8000-000000000001}",
  chart: "{0d0e1111-0000-4000-8000-000000000005}",
  webResource: "{0d0e1111-0000-4000-8000-000000000002}",
  flow: "{0d0e1111-0000-4000-8000-000000000003}",
  cell: "{0d0e1111-0000-4000-8000-000000000004}",
} as const;

/**
 * The release before this one, made of this one: an older version of every kind of component, some that this one no longer has,
 * and some of this one missing.
 */
export function lastRelease(zip: Uint8Array): Uint8Array {
  const files = unzipSync(zip);
  const solution = parse(files, "solution.xml");
  const customizations = parse(files, "customizations.xml");
  setText(descendants(solution.documentElement ?? undefined, "Version")[0], "0.9.0.0");
  const root = customizations.documentElement as Element;
  const parts = { root, solution, files };
  for (const change of [columns, choices, views, charts, forms, roles, webResources, flows, settings]) change(parts);
  return zipSync({
    ...files,
    "solution.xml": strToU8(new XMLSerializer().serializeToString(solution)),
    "customizations.xml": strToU8(new XMLSerializer().serializeToString(customizations)),
  });
}

interface ReleaseParts {
  /** Root of customizations.xml. */
  root: Element;
  solution: Document;
  files: Record<string, Uint8Array>;
}

const parse = (files: Record<string, Uint8Array>, name: string): Document =>
  new DOMParser().parseFromString(strFromU8(files[name] ?? new Uint8Array()).replace(/^\uFEFF/, ""), "text/xml");

function setText(element: Element | undefined, text: string): void {
  if (!element) throw new Error(`Nothing to write ${text} into.`);
  element.textContent = text;
}

/** A copy of an element right behind it, with names in it replaced. */
function copy(element: Element | undefined, change: (xml: string) => string): void {
  if (!element) throw new Error("Nothing to copy.");
  const xml = change(new XMLSerializer().serializeToString(element));
  const twin = new DOMParser().parseFromString(xml, "text/xml").documentElement as Element;
  element.parentNode?.insertBefore(element.ownerDocument?.importNode(twin, true) as Element, element.nextSibling);
}

function rootComponent({ solution }: ReleaseParts, attributes: string): void {
  const first = descendants(solution.documentElement ?? undefined, "RootComponent")[0];
  copy(first, () => `<RootComponent ${attributes} behavior="0" />`);
}

const entity = (root: Element, name: string): Element | undefined =>
  descendants(root, "Entity").find((each) => childText(each, "Name") === name);

function columns({ root }: ReleaseParts): void {
  for (const [table, column] of [
    ["Opportunity", "cosell_ReferralIdentifier"],
    ["cosell_Link", "cosell_FailureCode"],
  ] as const) {
    const own = descendants(entity(root, table), "attribute");
    const attribute = own.find((each) => each.getAttribute("PhysicalName") === column);
    copy(attribute, (xml) => xml.replaceAll(column, "cosell_Retired").replaceAll(column.toLowerCase(), retired.column));
    for (const label of descendants(attribute, "displayname")) label.setAttribute("description", "Older name");
    setText(childElement(attribute, "MaxLength"), "40");
    setText(childElement(attribute, "Length"), "80");
  }
}

function choices({ root }: ReleaseParts): void {
  for (const options of childElements(childElement(root, "optionsets"), "optionset").map((each) =>
    descendants(each, "option"),
  )) {
    const last = options.at(-1);
    copy(last, (xml) => xml.replace(/value="\d+"/, `value="${retired.option}"`));
    for (const label of descendants(options[0], "label")) label.setAttribute("description", "Older option");
    if (options.length > 2) last?.parentNode?.removeChild(last);
  }
}

function views({ root }: ReleaseParts): void {
  for (const table of ["cosell_Link", "Opportunity"]) {
    const [view] = descendants(entity(root, table), "savedquery");
    const id = childText(view, "savedqueryid") ?? "";
    const own = table === "Opportunity" ? ids.view.replace("0001", "0009") : ids.view;
    copy(view, (xml) => xml.replace(id, own).replace(/<isdefault>1/, "<isdefault>0"));
    descendants(view, "cell")[0]?.setAttribute("width", "77");
  }
}

function charts({ root }: ReleaseParts): void {
  const [chart] = descendants(entity(root, "cosell_Message"), "visualization");
  copy(chart, (xml) => xml.replace(childText(chart, "savedqueryvisualizationid") ?? "", ids.chart));
  for (const label of descendants(chart, "LocalizedName")) label.setAttribute("description", "Older chart");
}

function forms({ root }: ReleaseParts): void {
  for (const table of descendants(root, "Entity").filter((each) => childText(each, "Name")?.startsWith("cosell_"))) {
    const section = descendants(table, "section")[0];
    for (const label of descendants(childElement(section, "labels"), "label"))
      label.setAttribute("description", "Older section");
  }
  const [row] = descendants(entity(root, "cosell_Link"), "row").filter(
    (each) => descendants(each, "control").length === 1,
  );
  copy(row, (xml) =>
    xml
      .replace(/<cell([^>]*?) id="[^"]*"/, `<cell$1 id="${ids.cell}"`)
      .replace(/<control([^>]*?) id="[^"]*"/, `<control$1 id="${retired.column}"`)
      .replace(/datafieldname="[^"]*"/, `datafieldname="${retired.column}"`),
  );
}

function roles({ root }: ReleaseParts): void {
  for (const list of descendants(root, "RolePrivileges")) {
    const [first, second] = childElements(list, "RolePrivilege");
    copy(second, (xml) => xml.replace(/name="[^"]*"/, `name="${retired.privilege}"`));
    second?.setAttribute("level", "Basic");
    if (first) list.removeChild(first);
  }
}

function webResources(parts: ReleaseParts): void {
  const [script] = descendants(parts.root, "WebResource").filter((each) => childText(each, "WebResourceType") === "3");
  const [id, name, fileName] = ["WebResourceId", "Name", "FileName"].map((tag) => childText(script, tag) ?? "");
  copy(script, (xml) =>
    xml
      .replace(id ?? "", ids.webResource)
      .replace(name ?? "", retired.webResource)
      .replace(fileName ?? "", "/WebResources/cosell_retiredjs"),
  );
  parts.files["WebResources/cosell_retiredjs"] = strToU8("/* retired */");
  rootComponent(parts, `type="61" schemaName="${retired.webResource}"`);
  setText(childElement(script, "DisplayName"), "Older script");
  const types = strFromU8(parts.files["[Content_Types].xml"] ?? new Uint8Array());
  const override =
    '<Override PartName="/WebResources/cosell_retiredjs" ContentType="application/octet-stream" /></Types>';
  parts.files["[Content_Types].xml"] = strToU8(types.replace("</Types>", override));
}

function flows(parts: ReleaseParts): void {
  const [flow] = descendants(parts.root, "Workflow");
  const file = childText(flow, "JsonFileName")?.slice(1) ?? "";
  copy(flow, (xml) =>
    xml
      .replace(/WorkflowId="[^"]*"/, `WorkflowId="${ids.flow}"`)
      .replace(/Name="[^"]*"/, 'Name="Retired flow"')
      .replace(`/${file}`, "/Workflows/Retired.json"),
  );
  parts.files["Workflows/Retired.json"] = parts.files[file] ?? new Uint8Array();
  rootComponent(parts, `type="29" id="${ids.flow}"`);
  const definition = strFromU8(parts.files[file] ?? new Uint8Array());
  parts.files[file] = strToU8(definition.replace('"contentVersion": "1.0.0.0"', '"contentVersion": "0.9.0.0"'));
}

function settings({ files }: ReleaseParts): void {
  const name = "environmentvariabledefinitions/cosell_ConflictPolicy/environmentvariabledefinition.xml";
  const definition = strFromU8(files[name] ?? new Uint8Array());
  files[name] = strToU8(definition.replace("<defaultvalue>ask<", "<defaultvalue>newest<"));
  files[name.replace("cosell_ConflictPolicy", retired.setting)] = strToU8(
    definition.replaceAll("cosell_ConflictPolicy", retired.setting),
  );
}
