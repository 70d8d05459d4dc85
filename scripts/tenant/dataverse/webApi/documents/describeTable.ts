import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import type { AlternateKey, GlobalChoice, RelationshipMetadata, TableMetadata } from "../../metadata";
import { nameBasedGuid } from "../../../solution/nameBasedGuid";
import type { Described } from "./Described";
import { describeChoice, describeColumn } from "./describeColumn";
import { label } from "./label";

/** A table as the metadata part of the Web API describes it, as far as the tenant knows it. */
export const describeTable = (
  catalogue: MetadataCatalogue,
  table: TableMetadata,
  languageId: number | undefined,
): Described => ({
  type: "EntityMetadata",
  nameProperty: "LogicalName",
  properties: {
    MetadataId: nameBasedGuid(`table:${table.logicalName}`),
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.entitySetName,
    LogicalCollectionName: table.entitySetName,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    OwnershipType: table.ownership === "user" ? "UserOwned" : "OrganizationOwned",
    DisplayName: label(table.displayName, table.displayNames, languageId),
    DisplayCollectionName: label(table.collectionName, table.collectionNames, languageId),
    // Every row here has a version that a write can insist on.
    IsOptimisticConcurrencyEnabled: true,
  },
  parts: {
    Attributes: () => table.columns.map((column) => describeColumn(table, column, languageId)),
    Keys: () => table.keys.map((key) => describeKey(table, key)),
    OneToManyRelationships: () => catalogue.childrenOf(table.logicalName).map((each) => describeRelationship(each)),
    ManyToOneRelationships: () => catalogue.lookupsOf(table.logicalName).map((each) => describeRelationship(each)),
    // The tenant has none.
    ManyToManyRelationships: () => [],
  },
});

const describeKey = ({ logicalName }: TableMetadata, { name, columns }: AlternateKey): Described => ({
  type: "EntityKeyMetadata",
  nameProperty: "LogicalName",
  properties: {
    MetadataId: nameBasedGuid(`key:${logicalName}.${name}`),
    LogicalName: name.toLowerCase(),
    SchemaName: name,
    EntityLogicalName: logicalName,
    KeyAttributes: columns,
    EntityKeyIndexStatus: "Active",
  },
  parts: {},
});

const deletions = { cascade: "Cascade", removeLink: "RemoveLink", restrict: "Restrict" } as const;

export const describeRelationship = (relationship: RelationshipMetadata): Described => ({
  type: "OneToManyRelationshipMetadata",
  nameProperty: "SchemaName",
  properties: {
    MetadataId: nameBasedGuid(`relationship:${relationship.schemaName}`),
    SchemaName: relationship.schemaName,
    RelationshipType: "OneToManyRelationship",
    ReferencedEntity: relationship.referencedTable,
    ReferencedAttribute: `${relationship.referencedTable}id`,
    ReferencedEntityNavigationPropertyName: relationship.referencedNavigation,
    ReferencingEntity: relationship.referencingTable,
    ReferencingAttribute: relationship.referencingColumn,
    ReferencingEntityNavigationPropertyName: relationship.referencingNavigation,
    CascadeConfiguration: { Delete: deletions[relationship.onDelete] },
  },
  parts: {},
});

export const describeGlobalChoice = (choice: GlobalChoice, languageId: number | undefined): Described =>
  describeChoice(nameBasedGuid(`choice:${choice.name}`), choice, { isGlobal: true, type: "Picklist", languageId });
