import { requireColumn, requireTable } from "../catalogue/requireTable";
import type { ColumnMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { readRows } from "../reading/readRows";
import { refusals } from "../refusals";
import { requireAccess } from "../security/rowAccess";
import type { Store } from "../Store";
import type { EntityValue } from "../values";
import { requireRow } from "./findRow";
import { requireGuid } from "./identifyRow";

/** Reads one row; its id always comes along. */
export function retrieveRow(
  store: Store,
  tableName: string,
  rowId: string,
  columns: readonly string[] | "all",
  caller: Caller,
): EntityValue {
  const table = requireTable(store.catalogue, tableName);
  const id = requireGuid(rowId);
  const row = requireRow(store, table, id);
  requireAccess(store, caller, "Read", table, row);
  const names = columns === "all" ? table.columns.map((column) => column.logicalName) : [table.primaryId, ...columns];
  const read = [...new Set(names)]
    .map<ColumnMetadata>((name) => requireColumn(store.catalogue, tableName, name))
    .map((column) => ({ table, column, prefix: "", name: column.logicalName, isAliased: false }));
  const [entity] = readRows(store, tableName, read, [row], caller);
  if (!entity) throw refusals.rowMissing(tableName, id);
  return entity;
}
