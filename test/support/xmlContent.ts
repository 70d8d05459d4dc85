import { Node, type Element } from "@xmldom/xmldom";

/** An element as plain data, without white space between elements: two are equal when their content is the same. */
export type XmlContent = { name: string; attributes: Record<string, string>; content: (XmlContent | string)[] };

/** The element's content; `unordered` names elements whose children count as a set. */
export function xmlContent(element: Element): XmlContent {
  const attributes = Object.fromEntries(
    Array.from(element.attributes)
      .filter(({ name }) => name !== "xmlns:xsi")
      .map(({ name, value }) => [name, value]),
  );
  const content = Array.from(element.childNodes).flatMap((node): (XmlContent | string)[] => {
    if (node.nodeType === Node.ELEMENT_NODE) return [xmlContent(node as Element)];
    const text = (node.nodeValue ?? "").replace(/\r/g, "");
    return node.nodeType === Node.TEXT_NODE && text.trim() !== "" ? [text] : [];
  });
  return { name: element.nodeName, attributes, content };
}
