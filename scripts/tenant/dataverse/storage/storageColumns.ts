import type { ColumnMetadata, ColumnType } from "../metadata";
import { isLookup } from "../columnKinds";

export interface StorageColumn {
  name: string;
  definition: string;
}

/**
 * Decimals are text so that no digit is lost; money, never finer than four digits there, is a whole number of
 * ten-thousandths, so that sums are exact. Text compares without case, as Dataverse does, though SQLite does so for
 * ASCII letters only and minds accents.
 */
const definitions: Record<ColumnType, string> = {
  primarykey: "TEXT NOT NULL PRIMARY KEY",
  uniqueidentifier: "TEXT",
  nvarchar: "TEXT COLLATE NOCASE",
  ntext: "TEXT COLLATE NOCASE",
  bit: "INTEGER",
  int: "INTEGER",
  bigint: "INTEGER",
  decimal: "TEXT",
  float: "REAL",
  money: "INTEGER",
  datetime: "TEXT",
  picklist: "INTEGER",
  multiselectpicklist: "TEXT",
  state: "INTEGER",
  status: "INTEGER",
  lookup: "TEXT",
  owner: "TEXT",
  customer: "TEXT",
};

/** Storage column with the table a lookup points to. */
export const targetColumn = (lookup: string): string => `${lookup}$table`;

/** Storage column with the row version, whether or not the table's metadata has `versionnumber`. */
export const versionColumn = "versionnumber";

export function storageColumns(column: ColumnMetadata): StorageColumn[] {
  const own = { name: column.logicalName, definition: definitions[column.type] };
  return isLookup(column) ? [own, { name: targetColumn(column.logicalName), definition: "TEXT" }] : [own];
}
