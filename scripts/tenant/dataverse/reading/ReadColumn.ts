import type { ColumnMetadata, TableMetadata } from "../metadata";

/** A column of a query's result: where its value stands in the SQL row, and what it is called in the answer. */
export interface ReadColumn {
  table: TableMetadata;
  column: ColumnMetadata;
  /** Text before the storage column names in the SQL row. */
  prefix: string;
  /** Name of the attribute in the answer. */
  name: string;
  /** Wrapped as an aliased value, as columns of linked tables are. */
  isAliased: boolean;
}
