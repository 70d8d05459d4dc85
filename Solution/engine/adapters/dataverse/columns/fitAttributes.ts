import { columnName, type ColumnFacts, type ColumnKind, type KnownColumns } from "../../../domain/columns/ColumnFacts";
import { fitToColumn, type ColumnInput } from "../../../domain/columns/fitToColumn";
import type { Misfit } from "../../../domain/columns/Misfit";
import { parseDecimal } from "../../../domain/values/decimalText";
import { parseFlag } from "../../../domain/values/flagText";
import { isJsonObject, type Json, type JsonObject } from "../../../domain/values/Json";
import { plainText } from "../../../domain/values/plainText";
import { tagged } from "../DataverseRow";
import { toMoment } from "../hostValues";
import type { ReadColumns } from "./createColumnReader";

/** Columns of one table with what they can hold of their values, and what did not fit, by column. */
export interface FittedAttributes {
  attributes: JsonObject;
  misfits: Readonly<Record<string, Misfit>>;
}

const numberTags: readonly unknown[] = ["money", "dec", "long"];

const toInput = (value: Json): ColumnInput => {
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "boolean") return { kind: "flag" };
  if (typeof value === "number") return { kind: "number", number: parseDecimal(String(value)) ?? "0" };
  if (!isJsonObject(value)) return { kind: "any" };
  const { $t: tag, v: inner } = value;
  if (tag === "ref") return { kind: "lookup" };
  if (tag === "opt" && typeof inner === "number") return { kind: "option", option: inner };
  if (typeof inner !== "string") return { kind: "any" };
  if (tag === "dt") return { kind: "moment", moment: inner };
  return numberTags.includes(tag) ? { kind: "number", number: parseDecimal(inner) ?? "0" } : { kind: "any" };
};

const tags: Partial<Record<ColumnKind, string>> = { money: "money", decimal: "dec", long: "long" };

/** Text as the kind of column takes it, since a company may map text to any; as it is where it means nothing there. */
const readText = (text: string, kind: ColumnKind | undefined): Json => {
  switch (kind) {
    case "whole":
    case "long":
    case "decimal":
    case "float":
    case "money": {
      const number = parseDecimal(text.trim());
      return number === null ? text : { $t: "dec", v: number };
    }
    case "flag":
      return parseFlag(text) ?? text;
    case "choice":
      return /^\d{1,10}$/.test(text) ? tagged.choice(Number(text)) : text;
    case "moment":
      return toMoment(text, null) ?? text;
    default:
      return text;
  }
};

/** A number as its kind of column takes it: a company may keep an amount in any. */
const inKind = (value: Json, input: ColumnInput, kind: ColumnKind | undefined): Json => {
  if (input.kind !== "number" || kind === undefined) return value;
  const tag = tags[kind];
  if (tag !== undefined) return { $t: tag, v: input.number };
  return kind === "whole" || kind === "float" ? Number(input.number) : value;
};

const isWritable = (facts: ColumnFacts | null | undefined, operation: "create" | "update"): boolean =>
  !facts || (operation === "create" ? facts.canCreate : facts.canUpdate);

/** What a write of these columns can hold: long text is shortened, what does not fit is left out. */
export const fitAttributes = (
  table: string,
  attributes: JsonObject,
  known: KnownColumns,
  operation: "create" | "update",
): FittedAttributes => {
  const fitted: Record<string, Json> = {};
  const misfits: Record<string, Misfit> = {};
  for (const [column, given] of Object.entries(attributes)) {
    const facts = known[columnName(table, column)];
    const value = typeof given === "string" ? readText(plainText(given), facts?.kind) : given;
    const input = toInput(value);
    const fit = isWritable(facts, operation)
      ? fitToColumn(facts === null ? { kind: "flag" } : input, facts)
      : ({ kind: "leftOut", misfit: { why: "readOnly" } } as const);
    if (fit.kind !== "fits") misfits[column] = fit.misfit;
    if (fit.kind === "fits") fitted[column] = inKind(value, input, facts?.kind);
    else if (fit.kind === "shortened") fitted[column] = fit.text;
  }
  return { attributes: fitted, misfits };
};

/** What an update can hold; what it cannot is seen by whoever reads the row back. */
export const fitUpdate = async (table: string, attributes: JsonObject, read: ReadColumns): Promise<JsonObject> => {
  const known = await read(Object.keys(attributes).map((column) => columnName(table, column)));
  return fitAttributes(table, attributes, known, "update").attributes;
};
