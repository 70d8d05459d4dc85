import type { MetadataCatalogue } from "../../catalogue/MetadataCatalogue";
import { isLookup } from "../../columnKinds";
import type { ColumnMetadata } from "../../metadata";
import { protocolRefusals } from "../protocolRefusals";

/** Lookups appear as `_name_value`, other columns by their logical name. */
export const propertyOf = (column: ColumnMetadata): string =>
  isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;

/** The column behind a property name. */
export function findColumn(catalogue: MetadataCatalogue, table: string, property: string): ColumnMetadata | undefined {
  const lookup = /^_(.+)_value$/.exec(property)?.[1];
  const column = catalogue.column(table, lookup ?? property);
  return column && isLookup(column) === (lookup !== undefined) ? column : undefined;
}

export function requireProperty(catalogue: MetadataCatalogue, table: string, property: string): ColumnMetadata {
  const column = findColumn(catalogue, table, property);
  if (!column) throw protocolRefusals.propertyUnknown(property, table);
  return column;
}
