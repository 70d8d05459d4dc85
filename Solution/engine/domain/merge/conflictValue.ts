import { parseJson } from "../values/parseJson";
import type { Json } from "../values/Json";

const isJson = (text: string): boolean => {
  const parsed = parseJson(text);
  return parsed !== null || text.trim() === "null";
};

/**
 * A value as the row of a conflict holds it: people read it in lists, so text stands there as it was typed and nothing as
 * nothing; numbers, lists and whatever could be taken for one of them are JSON.
 */
export const printConflictValue = (value: Json): string => {
  if (value === null) return "";
  if (typeof value === "string" && value !== "" && !isJson(value)) return value;
  return JSON.stringify(value);
};

/** The value that was printed. */
export const parseConflictValue = (text: string): Json => (text === "" ? null : isJson(text) ? parseJson(text) : text);
