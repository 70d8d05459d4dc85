import { isLookup } from "../columnKinds";
import { quoteName, type SqlDatabase } from "../database/SqlDatabase";
import type { AlternateKey, TableMetadata } from "../metadata";
import { storageColumns, versionColumn, type StorageColumn } from "./storageColumns";

function neededColumns(table: TableMetadata): StorageColumn[] {
  const columns = table.columns.flatMap(storageColumns);
  const hasVersion = columns.some(({ name }) => name === versionColumn);
  return hasVersion ? columns : [...columns, { name: versionColumn, definition: "INTEGER" }];
}

const keyIndex = (table: string, key: AlternateKey): string => quoteName(`${table}$key$${key.name}`);

/** SQLite's unique indexes let several rows have null, as alternate keys do. */
function createKeyIndexes(database: SqlDatabase, { logicalName, keys }: TableMetadata): void {
  for (const key of keys) {
    const columns = key.columns.map(quoteName).join(", ");
    database.execute(`CREATE UNIQUE INDEX ${keyIndex(logicalName, key)} ON ${quoteName(logicalName)} (${columns})`);
  }
}

function createLookupIndexes(database: SqlDatabase, { logicalName, columns }: TableMetadata): void {
  for (const column of columns.filter(isLookup)) {
    const name = quoteName(`${logicalName}$lookup$${column.logicalName}`);
    database.execute(
      `CREATE INDEX IF NOT EXISTS ${name} ON ${quoteName(logicalName)} (${quoteName(column.logicalName)})`,
    );
  }
}

/** Gives a table the storage its metadata asks for: creates it, or adds and drops what differs from `before`. */
export function alterStorage(database: SqlDatabase, table: TableMetadata, before: TableMetadata | undefined): void {
  const name = quoteName(table.logicalName);
  const needed = neededColumns(table);
  const line = ({ name: column, definition }: StorageColumn) => `${quoteName(column)} ${definition}`;
  if (!before) {
    database.execute(`CREATE TABLE ${name} (${needed.map(line).join(", ")}) WITHOUT ROWID`);
  } else {
    for (const key of before.keys) database.execute(`DROP INDEX ${keyIndex(table.logicalName, key)}`);
    const existing = neededColumns(before);
    const isIn = (columns: StorageColumn[]) => (column: StorageColumn) =>
      columns.some((each) => each.name === column.name);
    for (const gone of existing.filter((column) => !isIn(needed)(column))) {
      database.execute(`DROP INDEX IF EXISTS ${quoteName(`${table.logicalName}$lookup$${gone.name}`)}`);
      database.execute(`ALTER TABLE ${name} DROP COLUMN ${quoteName(gone.name)}`);
    }
    for (const added of needed.filter((column) => !isIn(existing)(column))) {
      database.execute(`ALTER TABLE ${name} ADD COLUMN ${line(added)}`);
    }
  }
  createKeyIndexes(database, table);
  createLookupIndexes(database, table);
}
