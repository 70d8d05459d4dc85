import { requireTable } from "../catalogue/requireTable";
import type { SqlRow } from "../database/SqlDatabase";
import type { TableMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import { checkOwner, checkRowUpdate } from "../security/checkRowWrite";
import { checkSecuredWrite } from "../security/checkSecuredWrite";
import { versionColumn } from "../storage/storageColumns";
import { fromStorage } from "../storage/storedValue";
import type { Store } from "../Store";
import type { EntityValue } from "../values";
import { checkKeys, checkRequired, checkTargets } from "./checkRow";
import { deriveValues } from "./deriveValues";
import { requireRow } from "./findRow";
import { identifyRow } from "./identifyRow";
import { readGivenValues } from "./readGivenValues";
import type { RowValues } from "./RowValues";
import { setOwner } from "./setDefaults";
import { setState } from "./setState";
import { stampRow } from "./stampRow";
import { rewriteRow, toStoredValues } from "./writeRow";

/** Refuses when somebody changed the row since the caller read it. */
export function checkVersion(row: SqlRow, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && String(row[versionColumn]) !== ifMatch) throw refusals.versionChanged();
}

const readWhole = (table: TableMetadata, row: SqlRow, changed: RowValues): RowValues =>
  new Map([...table.columns.map((column) => [column.logicalName, fromStorage(column, row)] as const), ...changed]);

export function updateRow(store: Store, entity: EntityValue, caller: Caller, ifMatch: string | undefined): void {
  const table = requireTable(store.catalogue, entity.table);
  const id = identifyRow(store, table, entity, caller);
  if (id === undefined) throw refusals.argument(`An update of '${table.logicalName}' must name its row.`);
  const row = requireRow(store, table, id);
  checkVersion(row, ifMatch);

  const values = readGivenValues(
    store,
    table,
    entity,
    (column) => column.validForUpdate && column.logicalName !== table.primaryId,
  );
  checkRowUpdate(store, table, row, values, caller);
  checkSecuredWrite(store, table, values, caller, "update");
  const state = table.columns.find((column) => column.type === "state");
  setState(table, values, state && Number(row[state.logicalName]));
  setOwner(store, table, values);
  deriveValues(store, table, readWhole(table, row, values), values);
  checkRequired(table, values, "update");
  checkTargets(store, table, values);
  checkOwner(store, table, values, caller);

  const version = stampRow(store, table, values, caller, "update");
  const stored = toStoredValues(store, table, values);
  checkKeys(store, table, { ...row, ...stored }, id);
  rewriteRow(store, table, id, stored, version);
}
