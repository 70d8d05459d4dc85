import { parseFlag } from "../values/flagText";
import { isJsonObject } from "../values/Json";
import { printCrmValue, type CrmValue } from "./crmValue";

/**
 * Whether a column that holds `before` can hold `value`: a lookup and a column of several choices take nothing that comes from
 * outside, a choice takes numbers. An empty column does not tell what it can hold, and takes what the converter makes.
 */
export const columnHolds = (before: CrmValue, value: CrmValue): boolean => {
  const text = printCrmValue(value);
  if (Array.isArray(before)) return false;
  if (typeof before === "boolean") return typeof value === "boolean" || text === "" || parseFlag(text) !== null;
  if (!isJsonObject(before)) return true;
  if (before["id"] !== undefined) return false;
  return text === "" || (isJsonObject(value) && typeof value["value"] === "number") || /^\d{1,10}$/.test(text);
};
