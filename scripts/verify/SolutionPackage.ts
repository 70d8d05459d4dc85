import { strFromU8, unzipSync } from "fflate";
import type { Element } from "@xmldom/xmldom";
import { BrokenXmlError, elementOf, elementsOf, parseXml, rootOf, textOf } from "../pack/xml";

/** A solution zip, opened: its entries and its three described files. */
export interface SolutionPackage {
  entries: ReadonlyMap<string, Uint8Array>;
  customizations: Element;
  manifest: Element;
  contentTypes: Element;
  isManaged: boolean;
  /** Publisher's prefix without the underscore. */
  prefix: string;
}

/** One breach of a rule: which file, and what is wrong with it. */
export interface Violation {
  file: string;
  words: string;
}

/** A rule of the solution format; its name is what the report shows. */
export interface Rule {
  name: string;
  check: (solution: SolutionPackage) => Violation[];
}

const rootFiles = ["solution.xml", "customizations.xml", "[Content_Types].xml"];

/** Opens a zip. Where it is no solution at all, gives the violations that keep it from being read. */
export function openPackage(zip: Uint8Array): SolutionPackage | { unreadable: Violation[] } {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip);
  } catch {
    return { unreadable: [{ file: "(zip)", words: "The file is not a zip archive, or it is damaged." }] };
  }
  const missing = rootFiles.filter((name) => !(name in files));
  if (missing.length > 0) return { unreadable: missing.map((file) => ({ file, words: missingWords(files) })) };
  try {
    return describe(files);
  } catch (error) {
    if (error instanceof BrokenXmlError) return { unreadable: [{ file: "(zip)", words: error.message }] };
    throw error;
  }
}

const missingWords = (files: Record<string, Uint8Array>) =>
  Object.keys(files).some((name) => name.endsWith("/solution.xml"))
    ? "It must lie at the root of the zip, not in a folder inside it."
    : "It must lie at the root of the zip; without it this is no solution package.";

function describe(files: Record<string, Uint8Array>): SolutionPackage {
  const xml = (name: string) => rootOf(parseXml(strFromU8(files[name] ?? new Uint8Array()), name), name);
  const root = xml("solution.xml");
  const manifest = elementOf(root, "SolutionManifest") ?? root;
  const publisher = elementOf(manifest, "Publisher");
  return {
    entries: new Map(Object.entries(files).filter(([name]) => !name.endsWith("/"))),
    customizations: xml("customizations.xml"),
    manifest,
    contentTypes: xml("[Content_Types].xml"),
    isManaged: textOf(manifest, "Managed") === "1",
    prefix: (publisher && textOf(publisher, "CustomizationPrefix")) ?? "",
  };
}

/** Components in a section of customizations.xml. */
export function componentsIn(solution: SolutionPackage, section: string): Element[] {
  const place = elementOf(solution.customizations, section);
  return place ? elementsOf(place) : [];
}

/** A component's own XML file inside the zip. */
export function xmlEntry(solution: SolutionPackage, name: string): Element {
  return rootOf(parseXml(strFromU8(solution.entries.get(name) ?? new Uint8Array()), name), name);
}

/** Whether a schema name carries the prefix of the solution's own publisher. */
export const isOwnName = (solution: SolutionPackage, name: string): boolean =>
  name.toLowerCase().startsWith(`${solution.prefix.toLowerCase()}_`);
