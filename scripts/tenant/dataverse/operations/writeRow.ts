import { requireColumn } from "../catalogue/requireTable";
import { quoteName, type SqlValue } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import { versionColumn } from "../storage/storageColumns";
import { toStorage } from "../storage/storedValue";
import type { Store } from "../Store";
import type { RowValues } from "./RowValues";

export type StoredValues = Record<string, SqlValue>;

export function toStoredValues({ catalogue }: Store, { logicalName }: TableMetadata, values: RowValues): StoredValues {
  const stored: StoredValues = {};
  for (const [name, value] of values)
    Object.assign(stored, toStorage(requireColumn(catalogue, logicalName, name), value));
  return stored;
}

export function insertRow(
  { database }: Store,
  { logicalName }: TableMetadata,
  values: StoredValues,
  version: bigint,
): void {
  const row: StoredValues = { ...values, [versionColumn]: version };
  const names = Object.keys(row).map(quoteName).join(", ");
  const places = Object.keys(row).map(() => "?");
  database.run(`INSERT INTO ${quoteName(logicalName)} (${names}) VALUES (${places.join(", ")})`, Object.values(row));
}

export function rewriteRow(
  { database }: Store,
  { logicalName, primaryId }: TableMetadata,
  id: string,
  values: StoredValues,
  version: bigint,
): void {
  const row: StoredValues = { ...values, [versionColumn]: version };
  const changes = Object.keys(row).map((name) => `${quoteName(name)} = ?`);
  const sql = `UPDATE ${quoteName(logicalName)} SET ${changes.join(", ")} WHERE ${quoteName(primaryId)} = ?`;
  database.run(sql, [...Object.values(row), id]);
}
