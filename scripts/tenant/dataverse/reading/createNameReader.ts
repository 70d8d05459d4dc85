import { isLookup } from "../columnKinds";
import { quoteName, type SqlRow } from "../database/SqlDatabase";
import { targetColumn } from "../storage/storageColumns";
import type { Caller } from "../OrganizationService";
import { mayRead } from "../security/columnPermissions";
import type { Store } from "../Store";
import type { Value } from "../values";
import type { ReadColumn } from "./ReadColumn";

/** SQLite takes at most 32,766 values in a statement; a page may hold 5,000 rows with many lookups. */
const idsPerQuery = 10_000;

function collectIds(columns: readonly ReadColumn[], rows: readonly SqlRow[]): Map<string, Set<string>> {
  const idsByTable = new Map<string, Set<string>>();
  for (const { column, prefix } of columns.filter((each) => isLookup(each.column))) {
    for (const row of rows) {
      const id = row[prefix + column.logicalName];
      const table = row[prefix + targetColumn(column.logicalName)];
      if (typeof id !== "string" || typeof table !== "string") continue;
      const ids = idsByTable.get(table) ?? new Set();
      idsByTable.set(table, ids.add(id));
    }
  }
  return idsByTable;
}

function readNames(store: Store, tableName: string, ids: readonly string[], caller: Caller): Map<string, string> {
  const { database, catalogue } = store;
  const names = new Map<string, string>();
  const table = catalogue.table(tableName);
  const nameColumn = table && catalogue.column(tableName, table.primaryName);
  if (!nameColumn || !mayRead(store, tableName, nameColumn, caller)) return names;
  const [id, name] = [quoteName(table.primaryId), quoteName(table.primaryName)];
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const some = ids.slice(start, start + idsPerQuery);
    const places = some.map(() => "?").join(", ");
    const sql = `SELECT ${id} AS id, ${name} AS name FROM ${quoteName(tableName)} WHERE ${id} IN (${places})`;
    for (const row of database.all(sql, some)) if (row.name !== null) names.set(String(row.id), String(row.name));
  }
  return names;
}

/** Returns a function that gives references the primary name of the row they point to, read once for all rows. */
export function createNameReader(
  store: Store,
  columns: readonly ReadColumn[],
  rows: readonly SqlRow[],
  caller: Caller,
): (value: Value) => Value {
  const names = new Map<string, Map<string, string>>();
  for (const [table, ids] of collectIds(columns, rows)) names.set(table, readNames(store, table, [...ids], caller));
  return (value) => {
    if (typeof value !== "object" || value?.$t !== "ref") return value;
    const name = names.get(value.table)?.get(value.id);
    return name === undefined ? value : { ...value, name };
  };
}
