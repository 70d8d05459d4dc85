import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "./ImportLog";

export type ParsedXml = { ok: true; root: Element; document: Document } | { ok: false; finding: ImportLogEntry };

/** Parses one XML file of the zip; anything but well-formed XML is a finding with the line it stopped at. */
export function parseXml(file: string, bytes: Uint8Array | string): ParsedXml {
  const text = (typeof bytes === "string" ? bytes : new TextDecoder("utf-8").decode(bytes)).replace(/^\uFEFF/, "");
  const problems: string[] = [];
  try {
    const parser = new DOMParser({
      locator: true,
      onError: (level, message) => {
        if (level !== "warning") problems.push(message);
      },
    });
    const document = parser.parseFromString(text, "text/xml");
    const root = document.documentElement;
    if (root && problems.length === 0) return { ok: true, root, document };
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  const reason = problems[0] ?? "it has no root element";
  return {
    ok: false,
    finding: failed("File", file, "XML is well-formed", `The file is not XML: ${reason.replace(/\s+/g, " ").trim()}.`),
  };
}
