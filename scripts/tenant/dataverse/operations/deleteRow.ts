import { requireTable } from "../catalogue/requireTable";
import { quoteName } from "../database/SqlDatabase";
import type { RelationshipMetadata } from "../metadata";
import type { Caller } from "../OrganizationService";
import { refusals } from "../refusals";
import { requireAccess } from "../security/rowAccess";
import { targetColumn } from "../storage/storageColumns";
import type { Store } from "../Store";
import { findDependents } from "./findDependents";
import { findRow, requireRow } from "./findRow";
import { requireGuid } from "./identifyRow";
import type { RowValues } from "./RowValues";
import { stampRow } from "./stampRow";
import { checkVersion } from "./updateRow";
import { rewriteRow, toStoredValues } from "./writeRow";

/** Empties the lookup, even one that nobody else may write. */
function removeLink(
  store: Store,
  { referencingTable, referencingColumn }: RelationshipMetadata,
  id: string,
  caller: Caller,
) {
  const table = requireTable(store.catalogue, referencingTable);
  const values: RowValues = new Map();
  const version = stampRow(store, table, values, caller, "update");
  const stored = toStoredValues(store, table, values);
  rewriteRow(
    store,
    table,
    id,
    { ...stored, [referencingColumn]: null, [targetColumn(referencingColumn)]: null },
    version,
  );
}

function release(store: Store, relationship: RelationshipMetadata, ids: readonly string[], caller: Caller): void {
  switch (relationship.onDelete) {
    case "restrict":
      throw refusals.deleteRestricted();
    case "cascade": {
      const table = requireTable(store.catalogue, relationship.referencingTable);
      // A cascade along another way may have taken the row already.
      for (const id of ids) {
        if (findRow(store, table, id)) deleteRow(store, table.logicalName, id, caller, undefined);
      }
      break;
    }
    case "removeLink":
      for (const id of ids) removeLink(store, relationship, id, caller);
  }
}

/** Deletes the row and does to the rows that point to it what their relationships say. */
export function deleteRow(
  store: Store,
  tableName: string,
  rowId: string,
  caller: Caller,
  ifMatch: string | undefined,
): void {
  const table = requireTable(store.catalogue, tableName);
  const id = requireGuid(rowId);
  const row = requireRow(store, table, id);
  requireAccess(store, caller, "Delete", table, row);
  checkVersion(row, ifMatch);
  for (const relationship of store.catalogue.childrenOf(tableName)) {
    const ids = findDependents(store, relationship, id).filter((other) => other !== id);
    if (ids.length > 0) release(store, relationship, ids, caller);
  }
  store.database.run(`DELETE FROM ${quoteName(tableName)} WHERE ${quoteName(table.primaryId)} = ?`, [id]);
}
