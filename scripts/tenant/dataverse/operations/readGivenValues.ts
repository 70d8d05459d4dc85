import { requireColumn } from "../catalogue/requireTable";
import type { ColumnMetadata, TableMetadata } from "../metadata";
import { normalizeValue } from "../storage/normalizeValue";
import type { Store } from "../Store";
import type { EntityValue } from "../values";
import type { RowValues } from "./RowValues";

/** What a caller wants to write, checked by column. Columns that cannot be written this way are passed over, as there. */
export function readGivenValues(
  { catalogue }: Store,
  table: TableMetadata,
  { attributes }: EntityValue,
  isWritable: (column: ColumnMetadata) => boolean,
): RowValues {
  const values: RowValues = new Map();
  for (const [name, value] of Object.entries(attributes)) {
    const column = requireColumn(catalogue, table.logicalName, name);
    if (isWritable(column)) values.set(name, normalizeValue(table.logicalName, column, value));
  }
  return values;
}
