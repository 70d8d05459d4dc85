import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElements } from "../elements";

/** Attributes that tell siblings of the same name apart, by element name. Elements not listed occur once in their parent. */
const identities: Record<string, readonly string[]> = {
  tab: ["id"],
  section: ["id"],
  cell: ["id"],
  control: ["id"],
  event: ["name", "attribute", "application"],
  Handler: ["handlerUniqueId"],
  Library: ["name"],
  controlDescription: ["forControl"],
  customControl: ["formFactor", "name"],
  label: ["languagecode"],
  NavBarItem: ["Id"],
  NavBarByRelationshipItem: ["Id"],
  Role: ["Id"],
  data: ["id"],
  querystringparameter: ["name"],
};

/** Tells a node apart from its siblings. */
export function identityOf(element: Element): string {
  const names = identities[element.nodeName] ?? [];
  return [element.nodeName, ...names.map((name) => (attributeOf(element, name) ?? "").toLowerCase())].join("|");
}

/** A person's words for a form node, such as `section "Details"`. */
export function nameOfNode(element: Element): string {
  const name = ["name", "id", "forControl", "functionName"]
    .map((attribute) => attributeOf(element, attribute))
    .find((value) => value);
  return name === undefined ? element.nodeName : `${element.nodeName} "${name}"`;
}

/** The node of a base form that a node of a diff speaks of. */
export function counterpart(base: Element, node: Element): Element | undefined {
  // A diff names columns of a tab by their index; base forms do not number them.
  if (node.nodeName === "column" && base.nodeName === "columns")
    return childElements(base, "column")[Number(attributeOf(node, "id") ?? "0")];
  const identity = identityOf(node);
  return childElements(base, node.nodeName).find((candidate) => identityOf(candidate) === identity);
}

/** True for nodes of which a parent has at most one and which mean nothing by themselves. */
export const isContainer = (element: Element): boolean =>
  identities[element.nodeName] === undefined && element.nodeName !== "column" && element.nodeName !== "row";
