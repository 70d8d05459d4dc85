import type { ColumnFacts, ColumnKind } from "../../../domain/columns/ColumnFacts";
import { isJsonObject, type Json } from "../../../domain/values/Json";

/** By the SDK's AttributeTypeCode; several choices come as virtual columns with options. */
const kinds: Readonly<Record<number, ColumnKind>> = {
  0: "flag",
  1: "lookup",
  2: "moment",
  3: "decimal",
  4: "float",
  5: "whole",
  6: "lookup",
  7: "text",
  8: "money",
  9: "lookup",
  11: "choice",
  12: "choice",
  13: "choice",
  14: "text",
  18: "long",
};

const toNumber = (value: Json | undefined): number | null => {
  const inner = isJsonObject(value) ? value["v"] : value;
  const number = typeof inner === "string" && inner !== "" ? Number(inner) : inner;
  return typeof number === "number" && !Number.isNaN(number) ? number : null;
};

const isNumber = (value: Json): value is number => typeof value === "number";

/** A column as the bridge carries its metadata; undefined for anything else. */
export const readColumn = (column: Json | undefined): ColumnFacts | undefined => {
  if (!isJsonObject(column) || column["$t"] !== "column") return undefined;
  const { options } = column;
  const choices = Array.isArray(options) ? (options as readonly Json[]).filter(isNumber) : null;
  const kind = kinds[toNumber(column["attributeType"]) ?? -1] ?? (choices === null ? "other" : "choices");
  return {
    kind,
    maxLength: toNumber(column["maxLength"]),
    min: toNumber(column["minValue"]),
    max: toNumber(column["maxValue"]),
    options: choices,
    canCreate: column["isValidForCreate"] !== false,
    canUpdate: column["isValidForUpdate"] !== false,
  };
};
