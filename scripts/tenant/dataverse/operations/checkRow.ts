import type { SqlValue } from "../database/SqlDatabase";
import { isLookup } from "../columnKinds";
import type { TableMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { Store } from "../Store";
import { findIds, requireRow } from "./findRow";
import { requireTable } from "../catalogue/requireTable";
import type { RowValues } from "./RowValues";

/** Every row a lookup points to must be there. */
export function checkTargets(store: Store, table: TableMetadata, values: RowValues): void {
  for (const column of table.columns.filter(isLookup)) {
    const value = values.get(column.logicalName);
    if (typeof value !== "object" || value?.$t !== "ref") continue;
    requireRow(store, requireTable(store.catalogue, value.table), value.id);
  }
}

/** No other row may have the same values in all columns of an alternate key; a null in one of them frees the row of it. */
export function checkKeys(store: Store, table: TableMetadata, stored: Record<string, SqlValue>, id: string): void {
  for (const key of table.keys) {
    if (!key.columns.some((name) => name in stored)) continue;
    const entries = key.columns.map((name) => [name, stored[name] ?? null] as const);
    if (entries.some(([, value]) => value === null)) continue;
    const others = findIds(store, table, Object.fromEntries(entries)).filter((other) => other !== id);
    if (others.length > 0) throw refusals.keyViolated(key.name, key.columns);
  }
}

/** Columns that no caller may write are the platform's to fill, so their absence is nobody's fault. */
export function checkRequired(table: TableMetadata, values: RowValues, event: "create" | "update"): void {
  for (const { logicalName, systemRequired, validForCreate } of table.columns) {
    if (systemRequired !== true || !validForCreate) continue;
    const value = values.get(logicalName);
    if (value === null || (value === undefined && event === "create")) {
      throw refusals.valueMissing(logicalName);
    }
  }
}
