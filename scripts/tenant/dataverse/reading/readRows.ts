import type { SqlRow } from "../database/SqlDatabase";
import type { Caller } from "../OrganizationService";
import { mayRead } from "../security/columnPermissions";
import { fromStorage } from "../storage/storedValue";
import { versionColumn } from "../storage/storageColumns";
import type { Store } from "../Store";
import type { EntityValue, Value } from "../values";
import { createFormatter } from "./createFormatter";
import { createNameReader } from "./createNameReader";
import type { ReadColumn } from "./ReadColumn";

function readable(store: Store, columns: readonly ReadColumn[], caller: Caller): ReadColumn[] {
  return columns.filter(({ table, column }) => mayRead(store, table.logicalName, column, caller));
}

/** Makes rows of a table out of SQL rows: values, names of references and formatted values. Nulls are left out, as there. */
export function readRows(
  store: Store,
  tableName: string,
  columns: readonly ReadColumn[],
  rows: readonly SqlRow[],
  caller: Caller,
): EntityValue[] {
  const seen = readable(store, columns, caller);
  const nameOf = createNameReader(store, seen, rows, caller);
  const format = createFormatter(store, caller.languageId);
  const idColumn = columns.find(({ table, column, isAliased }) => !isAliased && column.logicalName === table.primaryId);
  return rows.map((row) => {
    const entity: EntityValue = { $t: "entity", table: tableName, attributes: {}, formatted: {} };
    const formatted: Record<string, string> = {};
    for (const { table, column, prefix, name, isAliased } of seen) {
      const value = nameOf(fromStorage(column, row, prefix));
      if (value === null) continue;
      entity.attributes[name] = isAliased ? alias(table.logicalName, column.logicalName, value) : value;
      const text = format(column, value, row, prefix);
      if (text !== undefined) formatted[name] = text;
    }
    if (idColumn) entity.id = String(row[idColumn.prefix + idColumn.column.logicalName]);
    const version = row[(idColumn?.prefix ?? "") + versionColumn];
    if (idColumn && version !== undefined) entity.rowVersion = String(version);
    return { ...entity, formatted };
  });
}

const alias = (table: string, column: string, v: Value): Value => ({ $t: "alias", table, column, v });
