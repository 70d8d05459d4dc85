import type { ColumnMetadata, ColumnType, TableMetadata } from "../../metadata";
import type { JsonObject } from "../json/JsonObject";

const attributeTypes: Record<ColumnType, string> = {
  primarykey: "Uniqueidentifier",
  uniqueidentifier: "Uniqueidentifier",
  nvarchar: "String",
  ntext: "Memo",
  bit: "Boolean",
  int: "Integer",
  bigint: "BigInt",
  decimal: "Decimal",
  float: "Double",
  money: "Money",
  datetime: "DateTime",
  picklist: "Picklist",
  multiselectpicklist: "Virtual",
  state: "State",
  status: "Status",
  lookup: "Lookup",
  owner: "Owner",
  customer: "Customer",
};

const levels = { none: "None", recommended: "Recommended", required: "ApplicationRequired" } as const;

const english = 1033;

function label(text: string): JsonObject {
  const localized = { Label: text, LanguageCode: english };
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
}

/** A table as the metadata part of the Web API describes it, as far as the tenant knows it. */
export const describeTable = (table: TableMetadata): JsonObject => ({
  LogicalName: table.logicalName,
  SchemaName: table.schemaName,
  EntitySetName: table.entitySetName,
  LogicalCollectionName: table.entitySetName,
  PrimaryIdAttribute: table.primaryId,
  PrimaryNameAttribute: table.primaryName,
  OwnershipType: table.ownership === "user" ? "UserOwned" : "OrganizationOwned",
  DisplayName: label(table.displayName),
  DisplayCollectionName: label(table.collectionName),
});

export const describeColumn = (table: TableMetadata, column: ColumnMetadata): JsonObject => ({
  LogicalName: column.logicalName,
  SchemaName: column.schemaName,
  EntityLogicalName: table.logicalName,
  AttributeType: attributeTypes[column.type],
  DisplayName: label(column.displayName),
  IsPrimaryId: column.logicalName === table.primaryId,
  IsPrimaryName: column.logicalName === table.primaryName,
  IsCustomAttribute: column.custom,
  IsSecured: column.secured,
  IsValidForCreate: column.validForCreate,
  IsValidForUpdate: column.validForUpdate,
  RequiredLevel: { Value: levels[column.required] },
  ...(column.maxLength !== undefined && { MaxLength: column.maxLength }),
  ...(column.targets && { Targets: column.targets }),
  ...(column.options && {
    OptionSet: { Options: column.options.map(({ value, label: text }) => ({ Value: value, Label: label(text) })) },
  }),
});
