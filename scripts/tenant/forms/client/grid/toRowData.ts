import type { TableMetadata } from "../../../dataverse/metadata";
import { formattedValue, lookupTable } from "../webApi/annotations";
import { propertyOf } from "../webApi/readColumn";
import { textAt } from "../webApi/textAt";
import type { WebApiRow } from "../webApi/WebApiClient";
import { toXrmId } from "../xrm/ids";

/**
 * What an image provider gets: for every column of the query its words, and its raw value under `<column>_Value`.
 * Source: learn.microsoft.com, "Display custom icons alongside values in list views".
 */
export function toRowData(table: TableMetadata, row: WebApiRow): Record<string, unknown> {
  const data: Record<string, unknown> = { RowId: toXrmId(String(row[table.primaryId])) };
  for (const column of table.columns) {
    const property = propertyOf(column);
    const raw = row[property];
    if (raw === undefined || raw === null) continue;
    const words = row[property + formattedValue] ?? raw;
    const target = row[property + lookupTable];
    data[column.logicalName] = textAt(row, property);
    data[`${column.logicalName}_Value`] =
      typeof target === "string" ? { Id: raw, LogicalName: target, Name: words } : raw;
  }
  return data;
}
