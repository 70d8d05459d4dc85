import type { ColumnMetadata, RelationshipMetadata, TableMetadata } from "../dataverse/metadata";

/** A column of a base table, with the relationships it carries when it is a lookup. */
export interface BaseColumn {
  column: ColumnMetadata;
  /** Relationship name by the table the lookup points to. */
  relationships?: Record<string, string>;
  onDelete?: RelationshipMetadata["onDelete"];
  /** Navigation property of a lookup whose table came as a solution: its schema name. */
  navigation?: string;
}

/** A table the tenant has before any solution is imported, as Dataverse and Sales bring it. */
export interface BaseTable {
  table: TableMetadata;
  relationships: RelationshipMetadata[];
}
