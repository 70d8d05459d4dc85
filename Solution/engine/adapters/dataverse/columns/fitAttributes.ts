import { columnName, type ColumnFacts, type ColumnKind, type KnownColumns } from "../../../domain/columns/ColumnFacts";
import { fitToColumn, type ColumnInput } from "../../../domain/columns/fitToColumn";
import type { Misfit } from "../../../domain/columns/Misfit";
import { parseDecimal } from "../../../domain/values/decimalText";
import { isJsonObject, type Json, type JsonObject } from "../../../domain/values/Json";
import { plainText } from "../../../domain/values/plainText";

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
    const value = typeof given === "string" ? plainText(given) : given;
    const facts = known[columnName(table, column)];
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
