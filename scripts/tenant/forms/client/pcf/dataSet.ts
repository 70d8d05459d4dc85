import type { TableMetadata } from "../../../dataverse/metadata";
import { toCellText } from "../grid/toCellText";
import { isLookup, type ColumnValue } from "../page/ColumnValue";
import type { GridSource, PageGrid } from "../page/PageGrid";
import { toWebApiColumn } from "../views/toWebApiColumn";
import { readColumn } from "../webApi/readColumn";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";
import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

const columnOf = ({ columns }: TableMetadata, name: string) => columns.find(({ logicalName }) => logicalName === name);

/** A data set gives one reference for a lookup, where a bound property gives a list. */
const toSingle = (value: ColumnValue): unknown => {
  const reference = isLookup(value) ? value[0] : undefined;
  return reference ? { id: { guid: reference.id }, etn: reference.entityType, name: reference.name } : value;
};

/** A row as a component reads it: only columns of the view are there, as on the platform. */
function createRecord(row: WebApiRow, { table, cells }: GridSource): object {
  const id = textAt(row, table.primaryId);
  const isShown = (name: string): boolean => cells.some((cell) => cell.name === name);
  return onlySupported("dataSet.record", {
    getRecordId: () => id,
    getFormattedValue: (name: string): string =>
      isShown(name) ? toCellText(row, toWebApiColumn(table, name), columnOf(table, name)) : "",
    getValue: (name: string): unknown => {
      const column = isShown(name) ? columnOf(table, name) : undefined;
      return column ? toSingle(readColumn(row, column).value) : null;
    },
    getNamedReference: () => ({ id: { guid: id }, etn: table.logicalName, name: textAt(row, table.primaryName) }),
  });
}

function createPaging(grid: PageGrid): object {
  return onlySupported("dataSet.paging", {
    totalResultCount: grid.totalCount,
    firstPageNumber: 1,
    lastPageNumber: 1,
    pageSize: grid.source?.pageSize ?? grid.model.rowsPerPage,
    hasNextPage: grid.source?.hasMore ?? false,
    hasPreviousPage: false,
    setPageSize: (rowCount: number) => grid.source?.setPageSize(rowCount),
    loadNextPage: () => grid.source?.loadMore(),
    reset: () => grid.reload.emit(),
  });
}

/** One data set of `context.parameters`: the rows of the subgrid that the component stands on. */
export function createDataSet({ control, loaded }: ComponentSite, name: string): object {
  const { grid } = control;
  if (!grid || control.model.custom?.dataSets.includes(name) !== true)
    throw new Error(`The form does not give the data set "${name}", which ${loaded.name} requires.`);
  const { source } = grid;
  const rows: [id: string, row: WebApiRow][] = source
    ? grid.rows.map((row) => [textAt(row, source.table.primaryId), row])
    : [];
  return onlySupported(`context.parameters.${name}`, {
    loading: source?.isLoading ?? true,
    error: source !== null && source.problem !== null,
    errorMessage: source?.problem ?? "",
    columns: (source?.cells ?? []).map((cell, order) => ({
      name: cell.name,
      alias: cell.name,
      displayName: (source && columnOf(source.table, cell.name)?.displayName) ?? cell.name,
      dataType: "",
      order,
      visualSizeFactor: cell.width,
    })),
    records: Object.fromEntries(rows.map(([id, row]) => [id, source ? createRecord(row, source) : {}])),
    sortedRecordIds: rows.map(([id]) => id),
    paging: createPaging(grid),
    getTargetEntityType: () => grid.model.table,
    getViewId: () => grid.model.viewId,
    getTitle: () => source?.viewName ?? "",
    refresh: () => grid.reload.emit(),
    openDatasetItem: (reference: { id: { guid: string } }) => source?.open(reference.id.guid),
  });
}
