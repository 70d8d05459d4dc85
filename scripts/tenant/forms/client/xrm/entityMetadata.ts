import type { ColumnMetadata } from "../../../dataverse/metadata";
import type { TenantDirectory } from "../app/TenantDirectory";
import { attributeTypeOf } from "./attributeValue";
import { onlySupported } from "./onlySupported";

const toAttribute = (column: ColumnMetadata) =>
  onlySupported(`entityMetadata.Attributes(${column.logicalName})`, {
    LogicalName: column.logicalName,
    DisplayName: column.displayName,
    AttributeTypeName: attributeTypeOf(column),
    RequiredLevel: column.required,
    OptionSet: Object.fromEntries((column.options ?? []).map(({ value, label }) => [value, { value, text: label }])),
  });

/** The basics of a table, with the attributes asked for. */
export async function createEntityMetadata(directory: TenantDirectory, name: string, attributes: string[]) {
  const { table } = await directory.table(name);
  const asked = table.columns.filter(({ logicalName }) => attributes.includes(logicalName)).map(toAttribute);
  return onlySupported("entityMetadata", {
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.entitySetName,
    LogicalCollectionName: table.entitySetName,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    DisplayName: table.displayName,
    DisplayCollectionName: table.collectionName,
    Attributes: {
      get: (attribute?: string) =>
        attribute === undefined ? asked : (asked.find(({ LogicalName }) => LogicalName === attribute) ?? null),
      getLength: () => asked.length,
    },
  });
}
