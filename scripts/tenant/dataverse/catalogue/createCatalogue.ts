import type { SqlDatabase } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import { alterStorage } from "../storage/alterStorage";
import { dropStorage } from "../storage/dropStorage";
import type { Transactions } from "../Transactions";
import type { MetadataCatalogue } from "./MetadataCatalogue";
import { MetadataIndex } from "./MetadataIndex";
import {
  createMetadataTables,
  readMetadata,
  removeDefinition,
  type StoredMetadata,
  writeDefinition,
} from "./metadataTables";
import { withRowVersion } from "./withRowVersion";

/** The list with the item in the place of the one of the same name, or at the end. */
function replace<T>(items: readonly T[], item: T, nameOf: (item: T) => string): T[] {
  const position = items.findIndex((each) => nameOf(each) === nameOf(item));
  if (position < 0) return [...items, item];
  return [...items.slice(0, position), item, ...items.slice(position + 1)];
}

function writeTable(database: SqlDatabase, index: MetadataIndex, table: TableMetadata): readonly TableMetadata[] {
  alterStorage(database, table, index.table(table.logicalName));
  writeDefinition(database, "$table", table.logicalName, table);
  return replace(index.tables, table, (each) => each.logicalName);
}

/** The catalogue kept in the database; what an earlier run saved is there again. */
export function createCatalogue(database: SqlDatabase, transactions: Transactions): MetadataCatalogue {
  createMetadataTables(database);
  let index = new MetadataIndex(readMetadata(database));

  function change(write: () => Partial<StoredMetadata>): void {
    const scope = transactions.current();
    if (!scope) throw new Error("Metadata changes inside a transaction only: call this within inTransaction.");
    scope.afterRollback(() => {
      index = new MetadataIndex(readMetadata(database));
    });
    const { tables, relationships, choices } = index;
    index = new MetadataIndex({ tables, relationships, choices, ...write() });
  }

  return {
    tables: () => index.tables,
    relationships: () => index.relationships,
    choices: () => index.choices,
    table: (name) => index.table(name),
    tableBySetName: (name) => index.tableBySetName(name),
    column: (table, name) => index.column(table, name),
    lookupsOf: (table) => index.lookupsOf(table),
    childrenOf: (table) => index.childrenOf(table),

    saveTable: (table) => change(() => ({ tables: writeTable(database, index, withRowVersion(table)) })),
    removeTable: (name) =>
      change(() => {
        const involved = new Set([...index.lookupsOf(name), ...index.childrenOf(name)]);
        for (const { schemaName } of involved) removeDefinition(database, "$relationship", schemaName);
        removeDefinition(database, "$table", name);
        dropStorage(database, name);
        return {
          tables: index.tables.filter((table) => table.logicalName !== name),
          relationships: index.relationships.filter((relationship) => !involved.has(relationship)),
        };
      }),
    saveRelationship: (relationship) =>
      change(() => {
        writeDefinition(database, "$relationship", relationship.schemaName, relationship);
        return { relationships: replace(index.relationships, relationship, (each) => each.schemaName) };
      }),
    removeRelationship: (name) =>
      change(() => {
        removeDefinition(database, "$relationship", name);
        return { relationships: index.relationships.filter((each) => each.schemaName !== name) };
      }),
    saveChoice: (choice) =>
      change(() => {
        writeDefinition(database, "$choice", choice.name, choice);
        return { choices: replace(index.choices, choice, (each) => each.name) };
      }),
    removeChoice: (name) =>
      change(() => {
        removeDefinition(database, "$choice", name);
        return { choices: index.choices.filter((each) => each.name !== name) };
      }),
  };
}
