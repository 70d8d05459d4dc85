import type { ColumnMetadata, GlobalChoice, RelationshipMetadata, TableMetadata } from "../metadata";

/**
 * What tables there are. Reads are plain look-ups in memory. Changes happen inside a transaction (else they throw), go
 * to the database with the storage they need, and are taken back with the transaction.
 */
export interface MetadataCatalogue {
  tables(): readonly TableMetadata[];
  relationships(): readonly RelationshipMetadata[];
  choices(): readonly GlobalChoice[];

  table(logicalName: string): TableMetadata | undefined;
  tableBySetName(entitySetName: string): TableMetadata | undefined;
  column(table: string, logicalName: string): ColumnMetadata | undefined;
  /** Relationships whose lookup is on the table. */
  lookupsOf(table: string): readonly RelationshipMetadata[];
  /** Relationships in which other tables point to the table. */
  childrenOf(table: string): readonly RelationshipMetadata[];

  /** Adds the table, or replaces what is known of it; new columns get storage, columns left out lose theirs. */
  saveTable(table: TableMetadata): void;
  /** Removes the table, its rows and its relationships. */
  removeTable(logicalName: string): void;
  /** Adds or replaces by schema name. */
  saveRelationship(relationship: RelationshipMetadata): void;
  removeRelationship(schemaName: string): void;
  /** Adds or replaces by name; columns keep their own copy of the options. */
  saveChoice(choice: GlobalChoice): void;
  removeChoice(name: string): void;
}
