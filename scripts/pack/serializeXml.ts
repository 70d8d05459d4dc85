import { Node, type Element } from "@xmldom/xmldom";
import { elementsOf } from "./xml";

const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
const lineEnd = "\r\n";

/** Text of an element, as it stands between its tags. */
export const escapeText = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");
/** Value of an attribute, as it stands between double quotes. */
export const escapeAttribute = (text: string) =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#xA;").replace(/\t/g, "&#x9;");

/**
 * Writes an element as the packer of the Power Platform CLI does: byte order mark, declaration, two blanks a level, and the
 * xsi namespace declared once, at the root.
 */
export function serializeXml(root: Element): string {
  const body = writeElement(root, "", true);
  return `\uFEFF<?xml version="1.0" encoding="utf-8"?>${lineEnd}${body}`;
}

function writeElement(element: Element, indent: string, isRoot: boolean): string {
  const attributes = Array.from(element.attributes)
    .filter((attribute) => attribute.name !== "xmlns:xsi")
    .map((attribute) => ` ${attribute.name}="${escapeAttribute(attribute.value)}"`)
    .join("");
  const open = `<${element.nodeName}${attributes}${isRoot ? ` ${xsi}` : ""}`;
  const content = writeContent(element, indent);
  return content === "" ? `${open} />` : `${open}>${content}</${element.nodeName}>`;
}

function writeContent(element: Element, indent: string): string {
  if (hasMixedContent(element) || elementsOf(element).length === 0) return writeInline(element);
  const inner = indent + "  ";
  const lines = elementsOf(element).map((child) => inner + writeElement(child, inner, false));
  return lineEnd + lines.join(lineEnd) + lineEnd + indent;
}

const hasMixedContent = (element: Element) =>
  elementsOf(element).length > 0 &&
  Array.from(element.childNodes).some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? "").trim() !== "",
  );

function writeInline(element: Element): string {
  return Array.from(element.childNodes)
    .map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return escapeText(node.nodeValue ?? "");
      if (node.nodeType === Node.CDATA_SECTION_NODE) return `<![CDATA[${node.nodeValue ?? ""}]]>`;
      return node.nodeType === Node.ELEMENT_NODE ? writeElement(node as Element, "", false) : "";
    })
    .join("");
}
