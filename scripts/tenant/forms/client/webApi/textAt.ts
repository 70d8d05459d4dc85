import { formattedValue } from "./annotations";
import type { WebApiRow } from "./WebApiClient";

/** A property of a row in words: the server's own where it gives them; empty where there is no plain value. */
export function textAt(row: WebApiRow, property: string): string {
  const value = row[property + formattedValue] ?? row[property];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
