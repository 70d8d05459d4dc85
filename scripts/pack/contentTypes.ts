import { extname } from "node:path";

const octets = "application/octet-stream";
const described = new Set(["customizations.xml", "solution.xml"]);

/**
 * `[Content_Types].xml` for these entries: a default for each extension, and an override for each file without one and for
 * each XML file that is a component's own.
 */
export function contentTypes(entryNames: readonly string[]): string {
  const extensions = [...new Set(entryNames.map((name) => extname(name).slice(1)))].filter(
    (ext) => ext && ext !== "xml",
  );
  const overridden = entryNames.filter((name) => !described.has(name) && ["", ".xml"].includes(extname(name)));
  return [
    `\uFEFF<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    `<Default Extension="xml" ContentType="text/xml" />`,
    ...extensions.map((extension) => `<Default Extension="${extension}" ContentType="${octets}" />`),
    ...overridden.map((name) => `<Override PartName="/${escape(name)}" ContentType="${octets}" />`),
    "</Types>",
  ].join("");
}

const escape = (name: string) => name.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
