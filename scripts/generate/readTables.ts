import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementOf, elementsOf, readXml, textOf } from "../pack/xml";
import { baseTables } from "./baseTables";
import type { ColumnSource, TableSource } from "./SolutionSource";

/** Tables of Solution/src by logical name. Throws where a file lacks a name it must have. */
export function readTables(source: string): TableSource[] {
  return readdirSync(join(source, "Entities"))
    .map((folder) => readTable(join(source, "Entities", folder, "Entity.xml")))
    .sort((one, other) => (one.logicalName < other.logicalName ? -1 : 1));
}

function readTable(file: string): TableSource {
  const table = descendantsOf(readXml(file), "entity")[0];
  const schemaName = table?.getAttribute("Name");
  if (!table || !schemaName) throw new Error(`${file} names no table.`);
  const logicalName = schemaName.toLowerCase();
  const attributes = descendantsOf(table, "attribute");
  const base = baseTables[logicalName];
  return {
    schemaName,
    logicalName,
    entitySetName: base?.entitySetName ?? required(textOf(table, "EntitySetName"), file, "EntitySetName"),
    primaryId: base?.primaryId ?? nameOf(attributes, file, "primary key", isPrimaryKey),
    primaryName: base?.primaryName ?? nameOf(attributes, file, "primary name", isPrimaryName),
    columns: attributes
      .filter((attribute) => textOf(attribute, "IsCustomField") === "1")
      .map((a) => readColumn(a, file)),
  };
}

const isPrimaryKey = (attribute: Element) => textOf(attribute, "Type") === "primarykey";
const isPrimaryName = (attribute: Element) =>
  textOf(attribute, "DisplayMask")?.split("|").includes("PrimaryName") === true;

function nameOf(attributes: Element[], file: string, what: string, wanted: (attribute: Element) => boolean): string {
  const found = attributes.find(wanted);
  return required(found && textOf(found, "LogicalName"), file, what);
}

function readColumn(attribute: Element, file: string): ColumnSource {
  const names = elementOf(attribute, "displaynames");
  const optionSetName = textOf(attribute, "OptionSetName");
  return {
    schemaName: required(attribute.getAttribute("PhysicalName") ?? undefined, file, "PhysicalName"),
    logicalName: required(textOf(attribute, "LogicalName"), file, "LogicalName"),
    type: required(textOf(attribute, "Type"), file, "Type"),
    displayName: (names && elementsOf(names, "displayname")[0]?.getAttribute("description")) ?? "",
    ...(optionSetName ? { optionSetName } : {}),
  };
}

function required(value: string | undefined, file: string, what: string): string {
  if (!value) throw new Error(`${file} lacks its ${what}.`);
  return value;
}
