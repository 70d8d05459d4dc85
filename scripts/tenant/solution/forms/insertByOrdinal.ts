import type { Element } from "@xmldom/xmldom";
import { attributeOf, childElements } from "../elements";

const ordinalOf = (element: Element, index: number): number => Number(attributeOf(element, "ordinalvalue") ?? index);

/** Puts an added node among its siblings: before the first of the same name that comes later, else last. */
export function insertByOrdinal(parent: Element, node: Element): void {
  const siblings = childElements(parent, node.nodeName);
  const ordinal = ordinalOf(node, Number.MAX_SAFE_INTEGER);
  const next = siblings.find((sibling, index) => ordinalOf(sibling, index) > ordinal);
  parent.insertBefore(node, next ?? null);
}
