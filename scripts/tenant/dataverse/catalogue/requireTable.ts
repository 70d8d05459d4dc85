import type { ColumnMetadata, TableMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { MetadataCatalogue } from "./MetadataCatalogue";

export function requireTable(catalogue: MetadataCatalogue, logicalName: string): TableMetadata {
  const table = catalogue.table(logicalName);
  if (!table) throw refusals.tableUnknown(logicalName);
  return table;
}

export function requireColumn(catalogue: MetadataCatalogue, table: string, logicalName: string): ColumnMetadata {
  const column = catalogue.column(table, logicalName);
  if (!column) throw refusals.columnUnknown(table, logicalName);
  return column;
}
