import type { SqlDatabase } from "../database/SqlDatabase";
import type { GlobalChoice, RelationshipMetadata, TableMetadata } from "../metadata";

export interface StoredMetadata {
  tables: readonly TableMetadata[];
  relationships: readonly RelationshipMetadata[];
  choices: readonly GlobalChoice[];
}

/** Dollar signs keep the tenant's own tables apart from those of solutions, whose names cannot have one. */
type Kind = "$table" | "$relationship" | "$choice";

export function createMetadataTables(database: SqlDatabase): void {
  for (const kind of ["$table", "$relationship", "$choice"] satisfies Kind[]) {
    database.execute(`CREATE TABLE IF NOT EXISTS "${kind}" (name TEXT PRIMARY KEY, definition TEXT NOT NULL)`);
  }
}

const read = (database: SqlDatabase, kind: Kind): unknown[] =>
  database
    .all(`SELECT definition FROM "${kind}" ORDER BY rowid`)
    .map((row) => JSON.parse(String(row.definition)) as unknown);

export const readMetadata = (database: SqlDatabase): StoredMetadata => ({
  tables: read(database, "$table") as TableMetadata[],
  relationships: read(database, "$relationship") as RelationshipMetadata[],
  choices: read(database, "$choice") as GlobalChoice[],
});

export function writeDefinition(database: SqlDatabase, kind: Kind, name: string, definition: unknown): void {
  database.run(
    `INSERT INTO "${kind}" (name, definition) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
    [name, JSON.stringify(definition)],
  );
}

export function removeDefinition(database: SqlDatabase, kind: Kind, name: string): void {
  database.run(`DELETE FROM "${kind}" WHERE name = ?`, [name]);
}
