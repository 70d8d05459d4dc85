import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import { attributeOf, childElements, childText } from "../elements";
import { type Check, customizationsFile as file } from "./Check";
import { type ElementShape, schemaOrder } from "./schemaOrder";

/** Below these stands another language than that of customizations.xml. */
const otherLanguages = new Set([
  "fetchxml",
  "layoutxml",
  "columnsetxml",
  "datadescription",
  "presentationdescription",
  "form",
  "SiteMap",
  "RibbonDiffXml",
]);
/** Parts of tables that the table below describes only where they stand below these. */
const owners: Readonly<Record<string, string>> = { attribute: "attributes", entity: "EntityInfo", Role: "Roles" };

const known = new WeakMap<ElementShape, ReadonlyMap<string, number>>();

/** Places of the children in the schema's order. A name that the order has twice counts where it stands first. */
function placesOf(shape: ElementShape): ReadonlyMap<string, number> {
  const places = known.get(shape) ?? toPlaces(shape);
  known.set(shape, places);
  return places;
}

const toPlaces = ({ order }: ElementShape): ReadonlyMap<string, number> =>
  new Map(order.flatMap((place, at) => place.split("|").map((name) => [name, at] as const)).reverse());

function nameOf(element: Element): string {
  const name =
    ["PhysicalName", "Name", "name", "FullName"].map((attribute) => attributeOf(element, attribute)).find(Boolean) ??
    ["Name", "UniqueName", "SiteMapUniqueName", "savedqueryid", "formid"]
      .map((child) => childText(element, child))
      .find(Boolean);
  return name === undefined ? `<${element.nodeName}>` : `<${element.nodeName}> ${name}`;
}

/** What is wrong with the children of an element. */
export function shapeProblems(element: Element, shape: ElementShape): string[] {
  const children = childElements(element).map(({ nodeName }) => nodeName);
  const places = placesOf(shape);
  const isKnown = (name: string): boolean => shape.anywhere.has(name) || places.has(name);
  let last = 0;
  const late = children.find((name) => {
    const place = places.get(name);
    const isLate = place !== undefined && place < last;
    last = Math.max(last, place ?? 0);
    return isLate;
  });
  const unknown = shape.isOpen ? [] : children.filter((name) => !isKnown(name));
  return [
    ...(late === undefined ? [] : [`<${late}> stands too late in it`]),
    ...[...new Set(unknown)].map((name) => `<${name}> is nothing that it may hold`),
    ...shape.required.filter((name) => !children.includes(name)).map((name) => `it lacks <${name}>`),
  ];
}

const isDescribed = (element: Element): boolean => {
  const owner = owners[element.nodeName];
  return owner === undefined || element.parentNode?.nodeName === owner;
};

function walk(element: Element): ImportLogEntry[] {
  if (otherLanguages.has(element.nodeName) || attributeOf(element, "unmodified") === "1") return [];
  const shape = isDescribed(element) ? schemaOrder[element.nodeName] : undefined;
  const own = shape === undefined ? [] : shapeProblems(element, shape);
  return [
    ...own.map((problem) =>
      failed(
        nameOf(element),
        file,
        "elements stand as the schema has them",
        `The server reads it by a schema: ${problem}.`,
      ),
    ),
    ...childElements(element).flatMap(walk),
  ];
}

/** Elements of customizations.xml: known ones only, in the schema's order. */
export const checkElements: Check = ({ package: { customizations } }) => walk(customizations);
