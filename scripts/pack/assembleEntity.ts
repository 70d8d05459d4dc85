import type { Document, Element } from "@xmldom/xmldom";
import type { SolutionFolder } from "./SolutionFolder";
import { ordinal } from "./sourceFiles";
import { chooseTwins, type TwinChoice } from "./twins";
import { elementOf, elementsOf, textOf } from "./xml";

/** One `<Entity>` out of `Entities/<SchemaName>`: Entity.xml with forms, views, charts and ribbon put into its placeholders. */
export function assembleEntity(solution: SolutionFolder, folder: string, choice: TwinChoice): Element {
  const entity = solution.xml(`${folder}/Entity.xml`);
  fill(entity, "FormXml", formGroups(solution, `${folder}/FormXml`, choice));
  fill(entity, "SavedQueries", merged(solution, `${folder}/SavedQueries`, "savedqueries"));
  fill(entity, "Visualizations", merged(solution, `${folder}/Visualizations`, "visualizations"));
  if (solution.has(`${folder}/RibbonDiff.xml`))
    replacePlaceholder(entity, "RibbonDiffXml", solution.xml(`${folder}/RibbonDiff.xml`));
  return entity;
}

function formGroups(solution: SolutionFolder, folder: string, choice: TwinChoice): Element[] {
  const forms = chooseTwins(solution, folder, choice)
    .flatMap((file) =>
      elementsOf(solution.xml(`${folder}/${file}`), "systemform").map((systemform) => ({
        type: file.split("/")[0] ?? "",
        systemform,
      })),
    )
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
function merged(solution: SolutionFolder, folder: string, rootName: string): Element[] {
  const lists = solution.filesBelow(folder).map((file) => solution.xml(`${folder}/${file}`));
  const [first, ...rest] = lists;
  if (!first) return [];
  if (first.nodeName !== rootName) return lists;
  for (const list of rest)
    for (const item of elementsOf(list)) first.appendChild(ownerOf(first).importNode(item, true));
  return [first];
}

function fill(entity: Element, placeholder: string, content: Element[]): void {
  const place = elementOf(entity, placeholder);
  if (!place || content.length === 0) return;
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
