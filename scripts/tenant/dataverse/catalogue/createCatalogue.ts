import type { SqlDatabase } from "../database/SqlDatabase";
import { alterStorage } from "../storage/alterStorage";
import { dropStorage } from "../storage/dropStorage";
import type { Transactions } from "../Transactions";
import type { MetadataCatalogue } from "./MetadataCatalogue";
import { MetadataIndex } from "./MetadataIndex";
import { withRowVersion } from "./withRowVersion";
import { createMetadataTables, readMetadata, removeDefinition, writeDefinition } from "./metadataTables";

/** The catalogue kept in the database; what an earlier run saved is there again. */
export function createCatalogue(database: SqlDatabase, transactions: Transactions): MetadataCatalogue {
  createMetadataTables(database);
  let index = new MetadataIndex(readMetadata(database));

  const reload = (): void => {
    index = new MetadataIndex(readMetadata(database));
  };

  function change(write: () => void): void {
    const scope = transactions.current();
    if (!scope) throw new Error("Metadata changes inside a transaction only: call this within inTransaction.");
    scope.afterRollback(reload);
    write();
    reload();
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

    saveTable: (given) =>
      change(() => {
        const table = withRowVersion(given);
        alterStorage(database, table, index.table(table.logicalName));
        writeDefinition(database, "$table", table.logicalName, table);
      }),
    removeTable: (name) =>
      change(() => {
        const involved = [...index.lookupsOf(name), ...index.childrenOf(name)];
        for (const { schemaName } of involved) removeDefinition(database, "$relationship", schemaName);
        removeDefinition(database, "$table", name);
        dropStorage(database, name);
      }),
    saveRelationship: (relationship) =>
      change(() => writeDefinition(database, "$relationship", relationship.schemaName, relationship)),
    removeRelationship: (name) => change(() => removeDefinition(database, "$relationship", name)),
    saveChoice: (choice) => change(() => writeDefinition(database, "$choice", choice.name, choice)),
    removeChoice: (name) => change(() => removeDefinition(database, "$choice", name)),
  };
}
