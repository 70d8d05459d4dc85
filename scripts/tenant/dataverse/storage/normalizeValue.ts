import { decimalText, fromScaled, isDecimalText, toScaled } from "../decimal";
import { parseGuid } from "../guid";
import type { ColumnMetadata } from "../metadata";
import { refusals } from "../refusals";
import type { TypedValue, Value } from "../values";
import { normalizeDate } from "./normalizeDate";

/** Digits behind the point of money columns without a precision of their own. */
export const moneyDigits = 4;

const tagOf = (value: Value): string => (typeof value === "object" && value !== null ? value.$t : typeof value);

const isTyped = <T extends TypedValue["$t"]>(value: Value, tag: T): value is Extract<TypedValue, { $t: T }> =>
  tagOf(value) === tag;

/** The decimal text inside any kind of number. */
function numberText(value: Value): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? decimalText(value) : undefined;
  if (isTyped(value, "money") || isTyped(value, "dec") || isTyped(value, "long")) {
    return isDecimalText(value.v) ? value.v : undefined;
  }
  return undefined;
}

type Normalize = (table: string, column: ColumnMetadata, value: Value) => Value;

/** What XML 1.0 has no character for: most control characters, halves of pairs. Dataverse checks every text (learn: invalidcharactersinfield). */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const text: Normalize = (table, column, value) => {
  if (typeof value !== "string") throw refusals.typeMismatch(table, column.logicalName, "String");
  if (notInXml.test(value)) throw refusals.invalidCharacters(column.logicalName);
  if (column.maxLength !== undefined && value.length > column.maxLength) {
    throw refusals.textTooLong(table, column.logicalName, column.maxLength);
  }
  return value === "" ? null : value;
};

const bit: Normalize = (table, column, value) => {
  if (typeof value !== "boolean") throw refusals.typeMismatch(table, column.logicalName, "Boolean");
  return value;
};

function requireRange(table: string, column: ColumnMetadata, number: string, refuse: typeof refusals.numberOutOfRange) {
  const value = Number(number);
  const { minValue = -Infinity, maxValue = Infinity } = column;
  if (value < minValue || value > maxValue) throw refuse(table, column.logicalName, number);
}

const wholeNumber: Normalize = (table, column, value) => {
  const number = numberText(value);
  if (number === undefined || !/^-?\d+$/.test(number)) throw refusals.typeMismatch(table, column.logicalName, "Int32");
  const limits = { ...column, minValue: column.minValue ?? -(2 ** 31), maxValue: column.maxValue ?? 2 ** 31 - 1 };
  requireRange(table, limits, number, refusals.wholeNumberOutOfRange);
  return Number(number);
};

const long: Normalize = (table, column, value) => {
  const number = numberText(value);
  if (number === undefined || !/^-?\d+$/.test(number)) throw refusals.typeMismatch(table, column.logicalName, "Int64");
  return { $t: "long", v: BigInt(number).toString() };
};

const fraction =
  (tag: "dec" | "money", digits: (column: ColumnMetadata) => number): Normalize =>
  (table, column, value) => {
    const number = numberText(value);
    if (number === undefined) throw refusals.typeMismatch(table, column.logicalName, "Decimal");
    requireRange(table, column, number, refusals.numberOutOfRange);
    const places = digits(column);
    return { $t: tag, v: fromScaled(toScaled(number, places), places) };
  };

const float: Normalize = (table, column, value) => {
  const number = numberText(value);
  if (number === undefined) throw refusals.typeMismatch(table, column.logicalName, "Double");
  requireRange(table, column, number, refusals.numberOutOfRange);
  return Number(number);
};

const date: Normalize = (table, column, value) => {
  const written = isTyped(value, "dt") ? value.v : value;
  if (typeof written !== "string") throw refusals.typeMismatch(table, column.logicalName, "DateTime");
  return { $t: "dt", v: normalizeDate(table, column, written) };
};

function requireOption(table: string, column: ColumnMetadata, value: number): void {
  const accepted = (column.options ?? []).map((option) => option.value);
  if (!accepted.includes(value)) throw refusals.optionOutOfRange(table, column.logicalName, value, accepted);
}

const choice: Normalize = (table, column, value) => {
  const option = isTyped(value, "opt") ? value.v : value;
  if (typeof option !== "number") throw refusals.typeMismatch(table, column.logicalName, "OptionSetValue");
  requireOption(table, column, option);
  return { $t: "opt", v: option };
};

const choices: Normalize = (table, column, value) => {
  if (!isTyped(value, "opts")) throw refusals.typeMismatch(table, column.logicalName, "OptionSetValueCollection");
  for (const option of value.v) requireOption(table, column, option);
  return value.v.length === 0 ? null : { $t: "opts", v: [...new Set(value.v)] };
};

const identifier: Normalize = (table, column, value) => {
  const written = isTyped(value, "guid") ? value.v : value;
  const id = typeof written === "string" ? parseGuid(written) : undefined;
  if (id === undefined) throw refusals.typeMismatch(table, column.logicalName, "Guid");
  return { $t: "guid", v: id };
};

const reference: Normalize = (table, column, value) => {
  const id = isTyped(value, "ref") ? parseGuid(value.id) : undefined;
  if (!isTyped(value, "ref") || id === undefined) {
    throw refusals.typeMismatch(table, column.logicalName, "EntityReference");
  }
  if (column.targets && !column.targets.includes(value.table)) {
    throw refusals.targetNotAllowed(table, column.logicalName, value.table);
  }
  return { $t: "ref", table: value.table, id };
};

const byType: Record<ColumnMetadata["type"], Normalize> = {
  primarykey: identifier,
  uniqueidentifier: identifier,
  nvarchar: text,
  ntext: text,
  bit,
  int: wholeNumber,
  bigint: long,
  decimal: fraction("dec", ({ precision }) => precision ?? 10),
  float,
  // Not the column's precision: that is how finely people may write it, and base amounts are finer.
  money: fraction("money", () => moneyDigits),
  datetime: date,
  picklist: choice,
  multiselectpicklist: choices,
  state: choice,
  status: choice,
  lookup: reference,
  owner: reference,
  customer: reference,
};

/** The value as the column keeps it, or the refusal Dataverse gives for it. Empty text and empty choices are null. */
export function normalizeValue(table: string, column: ColumnMetadata, value: Value): Value {
  if (value === null) return null;
  return byType[column.type](table, column, value);
}
