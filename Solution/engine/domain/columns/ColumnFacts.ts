export type ColumnKind =
  | "text"
  | "whole"
  | "long"
  | "decimal"
  | "float"
  | "money"
  | "flag"
  | "moment"
  | "choice"
  | "choices"
  | "lookup"
  | "other";

/** What a column takes, from its metadata in Dataverse; null where its kind has no such limit. */
export type ColumnFacts = {
  kind: ColumnKind;
  /** UTF-16 units. */
  maxLength: number | null;
  min: number | null;
  max: number | null;
  options: readonly number[] | null;
  canCreate: boolean;
  canUpdate: boolean;
};

/** By `table.column`, or by place in a referral. Null: there is no such column. Absent: nobody knows. */
export type KnownColumns = Readonly<Record<string, ColumnFacts | null>>;

export const columnName = (table: string, column: string): string => `${table}.${column}`;
