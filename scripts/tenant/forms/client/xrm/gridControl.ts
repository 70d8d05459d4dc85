import type { Handler } from "../page/HandlerList";
import type { PageGrid } from "../page/PageGrid";
import type { WebApiRow } from "../webApi/WebApiClient";
import { collection } from "./collection";
import { toXrmId } from "./ids";
import { onlySupported } from "./onlySupported";

function createRow(table: string, primaryId: string, primaryName: string, row: WebApiRow) {
  const id = String(row[primaryId]);
  const entity = onlySupported("gridRow.data.entity", {
    getId: () => toXrmId(id),
    getEntityName: () => table,
    getPrimaryAttributeValue: () => row[primaryName] ?? null,
    getEntityReference: () => ({ entityType: table, id: toXrmId(id), name: row[primaryName] ?? "" }),
  });
  return { id, facade: onlySupported("gridRow", { getData: () => ({ entity }), data: { entity } }) };
}

/** Members of subgrid controls. */
export function createGridMembers(grid: PageGrid) {
  const { table } = grid.model;
  const rows = (isWanted: (id: string) => boolean) =>
    grid.rows
      .map((row) => createRow(table, grid.names.primaryId, grid.names.primaryName, row))
      .filter(({ id }) => isWanted(id))
      .map(({ facade }) => facade);
  return {
    addOnLoad: (handler: Handler) => grid.onLoad.add(handler),
    removeOnLoad: (handler: Handler) => grid.onLoad.remove(handler),
    getEntityName: () => table,
    getRelationship: () => ({ name: grid.model.relationship }),
    refresh: () => grid.reload.emit(),
    getGrid: () =>
      onlySupported("grid", {
        getTotalRecordCount: () => grid.totalCount,
        getRows: () =>
          collection(
            "grid.rows",
            () => rows(() => true),
            () => "",
          ),
        getSelectedRows: () =>
          collection(
            "grid.selectedRows",
            () => rows((id) => grid.selectedIds.has(id)),
            () => "",
          ),
      }),
  };
}
