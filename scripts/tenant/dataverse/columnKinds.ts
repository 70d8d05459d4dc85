import type { ColumnMetadata } from "./metadata";

type Typed = Pick<ColumnMetadata, "type">;

/** Whether the column holds a reference to a row. */
export const isLookup = ({ type }: Typed): boolean => type === "lookup" || type === "customer" || type === "owner";

export const isText = ({ type }: Typed): boolean => type === "nvarchar" || type === "ntext";

export const isChoice = ({ type }: Typed): boolean => type === "picklist" || type === "state" || type === "status";

export const isDateOnly = ({ type, format }: Pick<ColumnMetadata, "type" | "format">): boolean =>
  type === "datetime" && format?.toLowerCase() === "date";
