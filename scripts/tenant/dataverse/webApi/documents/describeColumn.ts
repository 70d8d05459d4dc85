import type { ColumnMetadata, ColumnType, GlobalChoice, TableMetadata } from "../../metadata";
import { nameBasedGuid } from "../../../solution/nameBasedGuid";
import type { JsonObject } from "../json/JsonObject";
import type { Described } from "./Described";
import { label } from "./label";

/** The name of each kind of column in definitions, and of the type that describes it. */
const kinds: Record<ColumnType, readonly [attributeType: string, metadataType: string]> = {
  primarykey: ["Uniqueidentifier", "UniqueIdentifierAttributeMetadata"],
  uniqueidentifier: ["Uniqueidentifier", "UniqueIdentifierAttributeMetadata"],
  nvarchar: ["String", "StringAttributeMetadata"],
  ntext: ["Memo", "MemoAttributeMetadata"],
  bit: ["Boolean", "BooleanAttributeMetadata"],
  int: ["Integer", "IntegerAttributeMetadata"],
  bigint: ["BigInt", "BigIntAttributeMetadata"],
  decimal: ["Decimal", "DecimalAttributeMetadata"],
  float: ["Double", "DoubleAttributeMetadata"],
  money: ["Money", "MoneyAttributeMetadata"],
  datetime: ["DateTime", "DateTimeAttributeMetadata"],
  picklist: ["Picklist", "PicklistAttributeMetadata"],
  multiselectpicklist: ["Virtual", "MultiSelectPicklistAttributeMetadata"],
  state: ["State", "StateAttributeMetadata"],
  status: ["Status", "StatusAttributeMetadata"],
  lookup: ["Lookup", "LookupAttributeMetadata"],
  owner: ["Owner", "LookupAttributeMetadata"],
  customer: ["Customer", "LookupAttributeMetadata"],
};

const levels = { none: "None", recommended: "Recommended", required: "ApplicationRequired" } as const;

/** A choice, shared by columns or one column's own. */
export function describeChoice(
  id: string,
  { name, displayName, displayNames, options }: GlobalChoice,
  { isGlobal, type, languageId }: { isGlobal: boolean; type: string; languageId: number | undefined },
): Described {
  const described = options.map(({ value, label: text, labels, state }): JsonObject => ({
    Value: value,
    Label: label(text, labels, languageId),
    ...(state !== undefined && { State: state }),
  }));
  const [falseOption, trueOption] = described;
  const isBoolean = type === "Boolean";
  return {
    type: isBoolean ? "BooleanOptionSetMetadata" : "OptionSetMetadata",
    nameProperty: "Name",
    properties: {
      MetadataId: id,
      Name: name,
      DisplayName: label(displayName, displayNames, languageId),
      IsGlobal: isGlobal,
      OptionSetType: type,
      ...(isBoolean ? { TrueOption: trueOption ?? null, FalseOption: falseOption ?? null } : { Options: described }),
    },
    parts: {},
  };
}

function choiceOf(table: TableMetadata, column: ColumnMetadata, languageId: number | undefined): Described {
  const { options = [], optionSetName, displayName, displayNames } = column;
  const name = optionSetName ?? `${table.logicalName}_${column.logicalName}`;
  const isGlobal = optionSetName !== undefined;
  const [type] = kinds[column.type];
  const choiceType = type === "Virtual" ? "Picklist" : type;
  const choice = { name, displayName, options, ...(displayNames && { displayNames }) };
  return describeChoice(nameBasedGuid(`choice:${name}`), choice, { isGlobal, type: choiceType, languageId });
}

/** A column as the metadata part of the Web API describes it, as far as the tenant knows it. */
export function describeColumn(
  table: TableMetadata,
  column: ColumnMetadata,
  languageId: number | undefined,
): Described {
  const [attributeType, type] = kinds[column.type];
  const { logicalName, maxLength, precision, minValue, maxValue, targets, options } = column;
  // Whichever a client asks for, it gets the column's options.
  const choice = () => choiceOf(table, column, languageId);
  return {
    type,
    nameProperty: "LogicalName",
    properties: {
      MetadataId: nameBasedGuid(`column:${table.logicalName}.${logicalName}`),
      LogicalName: logicalName,
      SchemaName: column.schemaName,
      EntityLogicalName: table.logicalName,
      AttributeType: attributeType,
      AttributeTypeName: { Value: type.replace(/AttributeMetadata$/, "Type") },
      DisplayName: label(column.displayName, column.displayNames, languageId),
      IsPrimaryId: logicalName === table.primaryId,
      IsPrimaryName: logicalName === table.primaryName,
      IsCustomAttribute: column.custom,
      IsSecured: column.secured,
      IsValidForCreate: column.validForCreate,
      IsValidForRead: true,
      IsValidForUpdate: column.validForUpdate,
      RequiredLevel: { Value: column.systemRequired === true ? "SystemRequired" : levels[column.required] },
      ...(maxLength !== undefined && { MaxLength: maxLength }),
      ...(precision !== undefined && { Precision: precision }),
      ...(minValue !== undefined && { MinValue: minValue }),
      ...(maxValue !== undefined && { MaxValue: maxValue }),
      ...(targets && { Targets: targets }),
    },
    parts: options ? { OptionSet: choice, GlobalOptionSet: choice } : {},
  };
}
