import { quoteName, type SqlRow, type SqlValue } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { Store } from "../Store";

/** The stored row, all columns. */
export function findRow(
  { database }: Store,
  { logicalName, primaryId }: TableMetadata,
  id: string,
): SqlRow | undefined {
  return database.all(`SELECT * FROM ${quoteName(logicalName)} WHERE ${quoteName(primaryId)} = ?`, [id])[0];
}

export function requireRow(store: Store, table: TableMetadata, id: string): SqlRow {
  const row = findRow(store, table, id);
  if (!row) throw refusals.rowMissing(table.logicalName, id);
  return row;
}

/** Ids of the rows whose columns have these values; null matches null. */
export function findIds(
  { database }: Store,
  { logicalName, primaryId }: TableMetadata,
  values: Record<string, SqlValue>,
): string[] {
  const condition = Object.keys(values)
    .map((name) => `${quoteName(name)} IS ?`)
    .join(" AND ");
  const sql = `SELECT ${quoteName(primaryId)} AS id FROM ${quoteName(logicalName)} WHERE ${condition}`;
  return database.all(sql, Object.values(values)).map((row) => String(row.id));
}
