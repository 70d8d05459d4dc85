import type { Element } from "@xmldom/xmldom";
import type { ColumnMetadata, ColumnType } from "../../dataverse/metadata";
import { attributeOf, childElement, childFlag, childNumber, childText, labelIn, labelsIn } from "../elements";
import { readOptions } from "./readChoices";

const held = new Set<string>([
  "primarykey",
  "uniqueidentifier",
  "nvarchar",
  "ntext",
  "bit",
  "int",
  "bigint",
  "decimal",
  "float",
  "money",
  "datetime",
  "picklist",
  "multiselectpicklist",
  "state",
  "status",
  "lookup",
  "owner",
  "customer",
] satisfies ColumnType[]);

const isHeld = (type: string): type is ColumnType => held.has(type);

/** Targets that follow from the kind; those of plain lookups come from the relationships. */
const targetsByType: Partial<Record<ColumnType, string[]>> = {
  owner: ["systemuser", "team"],
  customer: ["account", "contact"],
};

export type ColumnReading =
  { kind: "column"; column: ColumnMetadata } | { kind: "notHeld"; logicalName: string; type: string };

function requiredLevel(attribute: Element): ColumnMetadata["required"] {
  const level = childText(attribute, "RequiredLevel");
  if (level === "required" || level === "systemrequired") return "required";
  return level === "recommended" ? "recommended" : "none";
}

function limits(attribute: Element): Partial<ColumnMetadata> {
  const maxLength = childNumber(attribute, "MaxLength") ?? childNumber(attribute, "Length");
  const precision = childNumber(attribute, "Accuracy");
  const minValue = childNumber(attribute, "MinValue");
  const maxValue = childNumber(attribute, "MaxValue");
  const format = childText(attribute, "Format");
  return {
    ...(maxLength !== undefined && { maxLength }),
    ...(precision !== undefined && { precision }),
    ...(minValue !== undefined && { minValue }),
    ...(maxValue !== undefined && { maxValue }),
    ...(format !== undefined && { format: format.toLowerCase() }),
  };
}

function choices(attribute: Element, type: ColumnType): Partial<ColumnMetadata> {
  const optionSet = childElement(attribute, "optionset");
  const optionSetName = childText(attribute, "OptionSetName")?.toLowerCase();
  const defaultText = childText(attribute, "AppDefaultValue");
  const defaultNumber = Number(defaultText);
  const options = optionSet && readOptions(optionSet);
  const isYesNo = type === "bit";
  const hasDefault = defaultText !== undefined && !Number.isNaN(defaultNumber) && (isYesNo || defaultNumber >= 0);
  return {
    ...(options && { options }),
    ...(optionSetName !== undefined && { optionSetName }),
    ...(hasDefault && { defaultValue: isYesNo ? defaultNumber === 1 : defaultNumber }),
  };
}

/** Reads one `<attribute>` of an entity. */
export function readColumn(attribute: Element): ColumnReading {
  const schemaName = attributeOf(attribute, "PhysicalName") ?? "";
  const logicalName = (childText(attribute, "LogicalName") ?? schemaName).toLowerCase();
  const type = childText(attribute, "Type")?.toLowerCase() ?? "";
  if (!isHeld(type)) return { kind: "notHeld", logicalName, type };
  const description = labelIn(attribute, "Descriptions");
  const displayNames = labelsIn(attribute, "displaynames");
  const targets = targetsByType[type];
  const column: ColumnMetadata = {
    logicalName,
    schemaName,
    type,
    displayName: labelIn(attribute, "displaynames") ?? schemaName,
    ...(displayNames && { displayNames }),
    ...(description !== undefined && { description }),
    required: requiredLevel(attribute),
    ...(childText(attribute, "RequiredLevel") === "systemrequired" && { systemRequired: true }),
    ...limits(attribute),
    ...choices(attribute, type),
    ...(targets && { targets }),
    secured: childFlag(attribute, "IsSecured") ?? false,
    validForCreate: childFlag(attribute, "ValidForCreateApi") ?? true,
    validForUpdate: childFlag(attribute, "ValidForUpdateApi") ?? true,
    custom: childFlag(attribute, "IsCustomField") ?? false,
  };
  return { kind: "column", column };
}
