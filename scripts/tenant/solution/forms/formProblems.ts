import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElement, childElements, descendants, guidOf } from "../elements";
import { controlClasses } from "./controlClasses";
import { nameOfNode } from "./formNodes";
import { allowedChildren, requiredAttributes, requiredChildren } from "./formShape";
import { isFormDiff } from "./isFormDiff";

function shapeProblems(element: Element, whole: boolean): string[] {
  const allowed = allowedChildren[element.nodeName];
  if (!allowed) return [];
  const children = childElements(element);
  const strangers = children
    .filter((child) => !allowed.includes(child.nodeName))
    .map((child) => `${nameOfNode(child)} may not stand in ${nameOfNode(element)}`);
  const lacking = (requiredAttributes[element.nodeName] ?? [])
    .filter((name) => !attributeOf(element, name)?.trim())
    .map((name) => `${nameOfNode(element)} has no ${name}`);
  const absent = (whole ? (requiredChildren[element.nodeName] ?? []) : [])
    .filter((name) => !childElement(element, name))
    .map((name) => `${nameOfNode(element)} has no ${name}`);
  const several =
    element.nodeName === "cell" && childElements(element, "control").length > 1
      ? [`${nameOfNode(element)} holds several controls`]
      : [];
  const wholeBelow = whole || attributeOf(element, "solutionaction") === "Added";
  return [
    ...strangers,
    ...lacking,
    ...absent,
    ...several,
    ...children.flatMap((child) => shapeProblems(child, wholeBelow)),
  ];
}

const uniqueAttributes: readonly (readonly [element: string, attribute: string])[] = [
  ["tab", "id"],
  ["section", "id"],
  ["cell", "id"],
  ["control", "uniqueid"],
  ["Library", "libraryUniqueId"],
];

function duplicateProblems(form: Element): string[] {
  return uniqueAttributes.flatMap(([name, attribute]) => {
    const seen = new Set<string>();
    return descendants(form, name).flatMap((element) => {
      const value = attributeOf(element, attribute)?.toLowerCase();
      if (value === undefined || value === "") return [];
      if (seen.has(value)) return [`two nodes have the ${attribute} ${value} (${name})`];
      seen.add(value);
      return [];
    });
  });
}

function idProblems(form: Element): string[] {
  return ["tab", "section", "cell"].flatMap((name) =>
    descendants(form, name)
      .filter((element) => guidOf(attributeOf(element, "id")) === undefined)
      .map((element) => `${nameOfNode(element)} has an id that is not a GUID: ${attributeOf(element, "id") ?? "none"}`),
  );
}

function classProblems(form: Element): string[] {
  return descendants(form, "control").flatMap((control) => {
    const classId = attributeOf(control, "classid")?.replace(/[{}]/g, "").toUpperCase();
    return classId === undefined || controlClasses.has(classId)
      ? []
      : [`${nameOfNode(control)} is of the class ${classId}, which no control has`];
  });
}

/** What is wrong with a `<form>` (whole or diff) by itself, in words; empty when nothing is. */
export function formProblems(form: Element): string[] {
  const shape = shapeProblems(form, !isFormDiff(form));
  return shape.length > 0 ? shape : [...idProblems(form), ...duplicateProblems(form), ...classProblems(form)];
}
