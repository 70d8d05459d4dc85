import { quoteName, type SqlDatabase } from "../database/SqlDatabase";

/** Drops a table's rows and indexes. */
export function dropStorage(database: SqlDatabase, table: string): void {
  database.execute(`DROP TABLE IF EXISTS ${quoteName(table)}`);
}
