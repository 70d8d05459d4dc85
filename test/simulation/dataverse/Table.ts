export type ColumnKind = "text" | "ref" | "choice" | "flag" | "instant" | "day" | "money" | "whole" | "id" | "long";

export interface Column {
  kind: ColumnKind;
  /** Characters; of texts only. */
  maxLength?: number;
  /** Of choices; absent where any number is taken. */
  options?: readonly number[];
}

/** What the simulated Dataverse knows about a table. */
export interface Table {
  name: string;
  primaryId: string;
  primaryName: string;
  columns: Record<string, Column>;
  /** Alternate keys, each by its columns. */
  keys: readonly (readonly string[])[];
}

/** A registered plug-in step, asynchronous after the operation. */
export interface Step {
  message: string;
  table: string;
  /** Runs only when one of these is written; empty: always. */
  filter: readonly string[];
  /** Columns of the row before, by the image's name. */
  images: readonly { name: string; columns: readonly string[] }[];
}
