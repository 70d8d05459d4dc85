import type { Element } from "@xmldom/xmldom";
import type { AlternateKey } from "../../dataverse/metadata";
import { attributeOf, childElement, childElements, childText, elementAt, labelIn, labelsIn } from "../elements";
import type { TableContent } from "./SolutionContents";
import { readCharts } from "./readCharts";
import { readColumn } from "./readColumn";
import { readForms } from "./readForms";
import { readViews } from "./readViews";

function readKeys(entity: Element | undefined): AlternateKey[] {
  return childElements(childElement(entity, "EntityKeys"), "EntityKey").map((key) => ({
    name: (childText(key, "LogicalName") ?? childText(key, "Name") ?? "").toLowerCase(),
    columns: childElements(childElement(key, "EntityKeyAttributes"), "AttributeName").map(
      (name) => name.textContent?.trim().toLowerCase() ?? "",
    ),
  }));
}

/** Parts marked unmodified are there for reference only; nothing in them is to be applied. */
const modified = (element: Element): boolean => attributeOf(element, "unmodified") !== "1";

function primaryNameOf(attributes: readonly Element[]): string | undefined {
  const primary = attributes.find((attribute) =>
    childText(attribute, "DisplayMask")?.split("|").includes("PrimaryName"),
  );
  return primary && childText(primary, "LogicalName")?.toLowerCase();
}

function readDefinition(
  entity: Element | undefined,
  schemaName: string,
  attributes: readonly Element[],
): TableContent["definition"] {
  const key = attributes.find((attribute) => childText(attribute, "Type") === "primarykey");
  if (!entity || !key || !modified(entity)) return undefined;
  // Exports of old versions leave the set name to the server.
  const [displayNames, collectionNames] = [
    labelsIn(entity, "LocalizedNames"),
    labelsIn(entity, "LocalizedCollectionNames"),
  ];
  const entitySetName = childText(entity, "EntitySetName") ?? `${schemaName.toLowerCase()}s`;
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    entitySetName,
    primaryId: childText(key, "LogicalName")?.toLowerCase() ?? `${schemaName.toLowerCase()}id`,
    primaryName: primaryNameOf(attributes) ?? "",
    displayName: labelIn(entity, "LocalizedNames") ?? schemaName,
    ...(displayNames && { displayNames }),
    collectionName: labelIn(entity, "LocalizedCollectionNames") ?? schemaName,
    ...(collectionNames && { collectionNames }),
    ownership: childText(entity, "OwnershipTypeMask") === "OrgOwned" ? "organization" : "user",
  };
}

function readTable(element: Element): TableContent {
  const schemaName = childText(element, "Name") ?? "";
  const logicalName = schemaName.toLowerCase();
  const entity = elementAt(element, "EntityInfo", "entity");
  const attributes = childElements(childElement(entity, "attributes"), "attribute").filter(modified);
  const readings = attributes.map(readColumn);
  const definition = readDefinition(entity, schemaName, attributes);
  return {
    schemaName,
    logicalName,
    ...(definition && { definition }),
    ...(childText(entity, "DataProviderId") !== undefined && { isVirtual: true }),
    columns: readings.flatMap((reading) => (reading.kind === "column" ? [reading.column] : [])),
    columnsNotHeld: readings.flatMap((reading) =>
      reading.kind === "notHeld" ? [{ logicalName: reading.logicalName, type: reading.type }] : [],
    ),
    keys: readKeys(entity),
    forms: readForms(element, logicalName),
    views: readViews(element, logicalName),
    charts: readCharts(element, logicalName),
  };
}

/** The tables of `<Entities>`: whole ones and parts of ones that others own. */
export function readTables(customizations: Element): TableContent[] {
  return childElements(childElement(customizations, "Entities"), "Entity").map(readTable);
}
