import { readFileSync } from "node:fs";
import { DOMParser, Node, type Document, type Element } from "@xmldom/xmldom";

/** The file's XML is not well-formed; the message names file and line. */
export class BrokenXmlError extends Error {}

/** Parses XML text; `file` only serves the error message. */
export function parseXml(text: string, file: string): Document {
  const refuse = (level: string, message: string) => {
    if (level !== "warning")
      throw new BrokenXmlError(`${file} is not well-formed XML: ${message.split("\n")[0] ?? ""}`);
  };
  try {
    return new DOMParser({ onError: refuse }).parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  } catch (error) {
    if (error instanceof BrokenXmlError) throw error;
    throw new BrokenXmlError(
      `${file} is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Root element of an XML file on disk. */
export function readXml(path: string): Element {
  return rootOf(parseXml(readFileSync(path, "utf8"), path), path);
}

/** Document element, or a refusal for a document without one. */
export function rootOf(document: Document, file: string): Element {
  if (!document.documentElement) throw new BrokenXmlError(`${file} has no root element.`);
  return document.documentElement;
}

/** Child elements, of the given name where one is given. */
export function elementsOf(parent: Element, name?: string): Element[] {
  return Array.from(parent.childNodes).filter(
    (node): node is Element => node.nodeType === Node.ELEMENT_NODE && (name === undefined || node.nodeName === name),
  );
}

/** First child element of that name. */
export function elementOf(parent: Element, name: string): Element | undefined {
  return elementsOf(parent, name)[0];
}

/** Text of the first child element of that name; undefined where there is none. */
export function textOf(parent: Element, name: string): string | undefined {
  return elementOf(parent, name)?.textContent?.trim();
}

/** All descendants (and the element itself) of that name. */
export function descendantsOf(element: Element, name: string): Element[] {
  const below = elementsOf(element).flatMap((child) => descendantsOf(child, name));
  return element.nodeName === name ? [element, ...below] : below;
}
