import type { ColumnMetadata } from "../../../dataverse/metadata";

export type ParsedNumber = { kind: "number"; value: number | null } | { kind: "problem"; words: string };

const format = (value: number): string => value.toLocaleString("en-US");

/** Reads a number as a person types it, with or without currency sign and thousands separators. */
export function parseNumber(text: string, { type, precision, minValue, maxValue }: ColumnMetadata): ParsedNumber {
  const bare = text.replace(/[^\d.-]/g, "");
  if (text.trim() === "") return { kind: "number", value: null };
  const value = Number(bare);
  if (bare === "" || Number.isNaN(value)) return { kind: "problem", words: "Enter a number." };
  if (minValue !== undefined && value < minValue)
    return { kind: "problem", words: `Enter ${format(minValue)} or more.` };
  if (maxValue !== undefined && value > maxValue)
    return { kind: "problem", words: `Enter ${format(maxValue)} or less.` };
  if (type === "int" && !Number.isInteger(value)) return { kind: "problem", words: "Enter a whole number." };
  const scale = 10 ** (precision ?? 2);
  return { kind: "number", value: type === "int" ? value : Math.round(value * scale) / scale };
}
