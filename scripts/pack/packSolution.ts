import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { assembleManifest } from "./assembleManifest";
import { contentTypes } from "./contentTypes";
import { PackError, type PackageType } from "./PackageType";
import { collectPayloads, type PackageEntry } from "./payloads";
import { sections } from "./sections";
import { serializeXml } from "./serializeXml";
import { elementsOf, readXml } from "./xml";

const encode = (text: string) => new TextEncoder().encode(text);

/**
 * Packs an unpacked solution (SolutionPackager layout, as `pac solution unpack` writes it) into the entries of a solution zip,
 * in the order of the Power Platform CLI. Throws `PackError` where the sources are incomplete.
 */
export function packSolution(source: string, packageType: PackageType): PackageEntry[] {
  const entries = [
    { name: "customizations.xml", bytes: encode(customizations(source, packageType)) },
    { name: "solution.xml", bytes: encode(assembleManifest(source, packageType)) },
    ...collectPayloads(source),
  ];
  return [...entries, { name: "[Content_Types].xml", bytes: encode(contentTypes(entries.map(({ name }) => name))) }];
}

function customizations(source: string, packageType: PackageType): string {
  const root = readXml(join(source, "Other/Customizations.xml"));
  const places = new Map(elementsOf(root).map((place) => [place.nodeName, place]));
  for (const [name, assemble] of Object.entries(sections)) {
    const components = assemble(source, packageType);
    const place = places.get(name);
    if (!place && components.length > 0)
      throw new PackError(
        `Other/Customizations.xml has no <${name} />, so ${components.length} components have no place.`,
      );
    for (const component of components)
      place?.appendChild(place.ownerDocument?.importNode(component, true) ?? component);
  }
  if (packageType === "managed") dropUnmodified(root);
  return serializeXml(root);
}

/** Parts that are only included, not customised, travel in unmanaged packages alone. */
function dropUnmodified(element: Element): void {
  for (const child of elementsOf(element)) {
    if (child.getAttribute("unmodified") === "1") element.removeChild(child);
    else dropUnmodified(child);
  }
}
