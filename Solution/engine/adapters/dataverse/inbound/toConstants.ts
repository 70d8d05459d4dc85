import type { SyncSettings } from "../../../domain/sync/SyncSettings";
import type { Json } from "../../../domain/values/Json";
import { toHostValue } from "./toHostValue";

/** What records of a table start with, as administrators set it; opportunities are named by no prefix. */
export const toConstants = (
  { constants }: SyncSettings,
  table: "opportunity" | "lead" | "account" | "contact",
): Record<string, Json> => {
  const prefix = table === "opportunity" ? "" : `${table}.`;
  return Object.fromEntries(
    Object.entries(constants)
      .filter(([column]) => (prefix === "" ? !column.includes(".") : column.startsWith(prefix)))
      .map(([column, value]) => [column.slice(prefix.length), toHostValue(value)]),
  );
};
