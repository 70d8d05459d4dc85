import type { ColumnMetadata, GlobalChoice, RelationshipMetadata, TableMetadata } from "../metadata";
import type { StoredMetadata } from "./metadataTables";

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** All metadata in memory, by every name it is asked for. Made anew after each change. */
export class MetadataIndex {
  readonly tables: readonly TableMetadata[];
  readonly relationships: readonly RelationshipMetadata[];
  readonly choices: readonly GlobalChoice[];
  private readonly byName: Map<string, TableMetadata>;
  private readonly bySetName: Map<string, TableMetadata>;
  private readonly columns = new Map<string, Map<string, ColumnMetadata>>();
  private readonly byReferencing: Map<string, RelationshipMetadata[]>;
  private readonly byReferenced: Map<string, RelationshipMetadata[]>;

  constructor({ tables, relationships, choices }: StoredMetadata) {
    this.tables = tables;
    this.relationships = relationships;
    this.choices = choices;
    this.byName = new Map(tables.map((table) => [table.logicalName, table]));
    this.bySetName = new Map(tables.map((table) => [table.entitySetName, table]));
    for (const { logicalName, columns } of tables) {
      this.columns.set(logicalName, new Map(columns.map((column) => [column.logicalName, column])));
    }
    this.byReferencing = groupBy(relationships, (each) => each.referencingTable);
    this.byReferenced = groupBy(relationships, (each) => each.referencedTable);
  }

  table = (logicalName: string): TableMetadata | undefined => this.byName.get(logicalName);
  tableBySetName = (entitySetName: string): TableMetadata | undefined => this.bySetName.get(entitySetName);
  column = (table: string, name: string): ColumnMetadata | undefined => this.columns.get(table)?.get(name);
  lookupsOf = (table: string): readonly RelationshipMetadata[] => this.byReferencing.get(table) ?? [];
  childrenOf = (table: string): readonly RelationshipMetadata[] => this.byReferenced.get(table) ?? [];
}
