import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Document, Element } from "@xmldom/xmldom";
import type { PackageType } from "./PackageType";
import { chooseTwins, filesBelow, ordinal } from "./sourceFiles";
import { elementOf, elementsOf, readXml, textOf } from "./xml";

/** One `<Entity>` out of `Entities/<SchemaName>`: Entity.xml with forms, views, charts and ribbon put into its placeholders. */
export function assembleEntity(folder: string, packageType: PackageType): Element {
  const entity = readXml(join(folder, "Entity.xml"));
  fill(entity, "FormXml", formGroups(join(folder, "FormXml"), packageType));
  fill(entity, "SavedQueries", merged(join(folder, "SavedQueries"), "savedqueries"));
  fill(entity, "Visualizations", merged(join(folder, "Visualizations"), "visualizations"));
  const ribbon = join(folder, "RibbonDiff.xml");
  if (existsSync(ribbon)) replacePlaceholder(entity, "RibbonDiffXml", readXml(ribbon));
  return entity;
}

function formGroups(folder: string, packageType: PackageType): Element[] {
  const forms = chooseTwins(folder, filesBelow(folder), packageType)
    .map((file) => ({ type: file.split("/")[0] ?? "", form: elementsOf(readXml(join(folder, file)), "systemform") }))
    .flatMap(({ type, form }) => form.map((systemform) => ({ type, systemform })))
    .sort((a, b) => ordinal(textOf(a.systemform, "formid") ?? "", textOf(b.systemform, "formid") ?? ""));
  const groups = new Map<string, Element>();
  for (const { type, systemform } of forms) {
    const group = groups.get(type) ?? ownerOf(systemform).createElement("forms");
    group.setAttribute("type", type);
    group.appendChild(systemform);
    groups.set(type, group);
  }
  return [...groups.values()];
}

/** Files that each hold a list become one list. */
function merged(folder: string, rootName: string): Element[] {
  const lists = filesBelow(folder).map((file) => readXml(join(folder, file)));
  const [first, ...rest] = lists;
  if (!first) return [];
  if (first.nodeName !== rootName) return lists;
  for (const list of rest)
    for (const item of elementsOf(list)) first.appendChild(ownerOf(first).importNode(item, true));
  return [first];
}

function fill(entity: Element, placeholder: string, content: Element[]): void {
  const place = elementOf(entity, placeholder);
  if (!place) return;
  while (place.firstChild) place.removeChild(place.firstChild);
  for (const element of content) place.appendChild(ownerOf(place).importNode(element, true));
}

function replacePlaceholder(entity: Element, placeholder: string, content: Element): void {
  const place = elementOf(entity, placeholder);
  if (place) entity.replaceChild(ownerOf(entity).importNode(content, true), place);
}

function ownerOf(element: Element): Document {
  const owner = element.ownerDocument;
  if (!owner) throw new Error("A parsed element always has its document.");
  return owner;
}
