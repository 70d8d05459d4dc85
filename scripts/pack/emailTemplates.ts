import { Node, type Element } from "@xmldom/xmldom";
import { escapeAttribute, escapeText } from "./serializeXml";
import type { SolutionFolder } from "./SolutionFolder";
import { elementOf, elementsOf, textOf } from "./xml";

const documents = "Templates/EmailDocuments";
const parts = [
  { element: "subject", file: "subject.xsl" },
  { element: "subjectpresentationxml", file: "subjectpresentationxml.xml" },
  { element: "body", file: "body.xsl" },
  { element: "presentationxml", file: "presentationxml.xml" },
] as const;

/** The list in Templates/EmailTemplates.xml, with the text that lies in files of its own for each language put into it. */
export function assembleEmailTemplates(solution: SolutionFolder): Element[] {
  if (!solution.has("Templates/EmailTemplates.xml")) return [];
  const list = solution.xml("Templates/EmailTemplates.xml");
  for (const template of elementsOf(list, "emailtemplate")) {
    const folder = `${documents}/${textOf(template, "languagecode") ?? ""}/${textOf(template, "templateid") ?? ""}`;
    for (const { element, file } of parts) {
      const place = elementOf(template, element);
      if (place && solution.has(`${folder}/${file}`)) place.textContent = textOfPart(solution, `${folder}/${file}`);
    }
  }
  return [list];
}

/** Style sheets travel as they are written; documents without the declaration and indentation that unpacking gave them. */
const textOfPart = (solution: SolutionFolder, file: string): string =>
  file.endsWith(".xsl") ? solution.text(file).replace(/^\uFEFF/, "") : withoutIndentation(solution.xml(file));

function withoutIndentation(element: Element): string {
  const attributes = Array.from(element.attributes).map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`);
  const open = `<${element.nodeName}${attributes.join("")}`;
  const content = Array.from(element.childNodes).map((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return withoutIndentation(node as Element);
    if (node.nodeType === Node.CDATA_SECTION_NODE) return `<![CDATA[${node.nodeValue ?? ""}]]>`;
    return (node.nodeValue ?? "").trim() === "" ? "" : escapeText(node.nodeValue ?? "");
  });
  return content.join("") === "" ? `${open} />` : `${open}>${content.join("")}</${element.nodeName}>`;
}
