import { refusals } from "./Refusal";
import type { ColumnKind, Table } from "./Table";
import { text, textOf, type Attributes, type Json } from "./values";

const tags: Partial<Record<ColumnKind, readonly string[]>> = {
  ref: ["ref"],
  choice: ["opt"],
  instant: ["dt"],
  day: ["dt"],
  money: ["money"],
  id: ["guid"],
};

const fits = (kind: ColumnKind, value: Json): boolean => {
  const wanted = tags[kind];
  if (wanted !== undefined)
    return typeof value === "object" && value !== null && !Array.isArray(value) && wanted.includes(text(value["$t"]));
  if (kind === "text") return typeof value === "string";
  if (kind === "flag") return typeof value === "boolean";
  return kind === "whole" ? Number.isInteger(value) : false;
};

/** The widest amount of a money column. */
export const amountLimit = 922_337_203_685_477;

const inner = (value: Json): string =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? text(value["v"]) : "";

/** Refuses what Dataverse would: unknown columns, values of another kind, texts too long, amounts too large, days too early, choices that no option stands for. */
export const checkValues = (table: Table, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    const column = table.columns[name];
    if (column === undefined) throw refusals.unknownColumn(table.name, name);
    if (value === null || name === table.primaryId) continue;
    if (!fits(column.kind, value)) throw refusals.wrongKind(`${table.name}.${name} = ${JSON.stringify(value)}`);
    if (typeof value === "string" && value.length > (column.maxLength ?? Infinity)) throw refusals.textTooLong(name);
    if (column.kind === "money" && Math.abs(Number(inner(value))) > amountLimit) throw refusals.outOfRange(name);
    if (column.options?.includes(Number(textOf(value))) === false) throw refusals.noOption(name);
    if ((column.kind === "day" || column.kind === "instant") && inner(value).slice(0, 4) < "1753")
      throw refusals.tooEarly(name);
  }
};
