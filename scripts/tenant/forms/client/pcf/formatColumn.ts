import { isLookup } from "../page/ColumnValue";
import type { PageColumn } from "../page/PageColumn";

const labelOf = (column: PageColumn, value: number): string =>
  column.metadata.options?.find((option) => option.value === value)?.label ?? String(value);

function formatNumber({ metadata }: PageColumn, value: number): string {
  const digits = metadata.type === "int" || metadata.type === "bigint" ? 0 : (metadata.precision ?? 2);
  return value.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function formatDate({ metadata }: PageColumn, value: Date): string {
  return metadata.format === "date"
    ? value.toLocaleDateString()
    : value.toLocaleString(undefined, { dateStyle: "short", timeStyle: "short" });
}

/** A column's value in words: the server's own as long as the value is the saved one. */
export function formatColumn(column: PageColumn): string {
  const { value, metadata, savedWords } = column;
  if (value === null) return "";
  if (savedWords !== "" && !(value instanceof Date)) return savedWords;
  if (value instanceof Date) return formatDate(column, value);
  if (isLookup(value)) return value.map(({ name }) => name).join("; ");
  if (typeof value === "boolean") return labelOf(column, Number(value));
  if (Array.isArray(value)) return (value as readonly number[]).map((each) => labelOf(column, each)).join("; ");
  if (typeof value === "number") return metadata.options ? labelOf(column, value) : formatNumber(column, value);
  return String(value);
}
