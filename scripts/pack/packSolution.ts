import type { Element } from "@xmldom/xmldom";
import { assembleManifest } from "./assembleManifest";
import { contentTypes } from "./contentTypes";
import { type MissingManaged, PackError, type PackageType } from "./PackageType";
import { collectPayloads, type PackageEntry } from "./payloads";
import { sections } from "./sections";
import { serializeXml } from "./serializeXml";
import { openSolutionFolder, type SolutionFolder } from "./SolutionFolder";
import { formsOfTheOtherPackage, refuseWithoutTwins, travelsAsItsTwin, type TwinChoice } from "./twins";
import { elementsOf } from "./xml";

export interface PackOptions {
  /** A managed package of a component without a managed file; refused, where nothing is said. */
  missingManaged?: MissingManaged;
  /** Names of top folders that are no part of the solution. */
  ignore?: readonly string[];
}

export interface PackedSolution {
  /** Files of the zip, in the order of the Power Platform CLI. */
  entries: PackageEntry[];
  /** Paths of the files in the folder that are no part of this package, but for those whose twin is. */
  leftOut: string[];
}

const encode = (text: string) => new TextEncoder().encode(text);

/**
 * Packs an unpacked solution (SolutionPackager layout, as `pac solution unpack` writes it). Throws `PackError` or
 * `BrokenXmlError` where the sources are incomplete.
 */
export function packSolution(
  source: string,
  packageType: PackageType,
  { missingManaged = "refuse", ignore = [] }: PackOptions = {},
): PackedSolution {
  const solution = openSolutionFolder(source);
  const choice = { packageType, missingManaged };
  const manifest = assembleManifest(solution, choice);
  refuseWithoutTwins(solution, choice);
  const entries = [
    { name: "customizations.xml", bytes: encode(customizations(solution, choice)) },
    { name: "solution.xml", bytes: encode(manifest) },
    ...collectPayloads(solution, ignore),
  ];
  refuseDoubles(entries);
  return {
    entries: [
      ...entries,
      { name: "[Content_Types].xml", bytes: encode(contentTypes(entries.map(({ name }) => name))) },
    ],
    leftOut: [
      ...formsOfTheOtherPackage(solution, choice).map((form) => `Entities/${form}`),
      ...solution.unread().filter((file, _, unread) => !travelsAsItsTwin(solution, file, unread)),
    ],
  };
}

function customizations(solution: SolutionFolder, choice: TwinChoice): string {
  const root = solution.xml("Other/Customizations.xml");
  const places = new Map(elementsOf(root).map((place) => [place.nodeName, place]));
  for (const [name, assemble] of Object.entries(sections)) {
    const components: Element[] = assemble(solution, choice);
    const place = places.get(name);
    if (!place && components.length > 0)
      throw new PackError(
        `Other/Customizations.xml has no <${name} />, so ${components.length} components have no place: add it.`,
      );
    for (const component of components)
      place?.appendChild(place.ownerDocument?.importNode(component, true) ?? component);
  }
  if (choice.packageType === "managed") dropUnmodified(root);
  return serializeXml(root);
}

/** Parts that are only included, not customised, travel in unmanaged packages alone. */
function dropUnmodified(element: Element): void {
  for (const child of elementsOf(element)) {
    if (child.getAttribute("unmodified") === "1") element.removeChild(child);
    else dropUnmodified(child);
  }
}

/** A zip may hold a name twice; of two such files an import takes one, and nobody can say which. */
function refuseDoubles(entries: readonly PackageEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(name.toLowerCase()))
      throw new PackError(`Two files go to ${name} in the zip: give one of their descriptions another file name.`);
    seen.add(name.toLowerCase());
  }
}
