import { refusals } from "./Refusal";
import type { ColumnKind, Table } from "./Table";
import { text, type Attributes, type Json } from "./values";

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

/** Refuses what Dataverse would: unknown columns, values of another kind, texts too long. */
export const checkValues = (table: Table, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    const column = table.columns[name];
    if (column === undefined) throw refusals.unknownColumn(table.name, name);
    if (value === null || name === table.primaryId) continue;
    if (!fits(column.kind, value)) throw refusals.wrongKind(`${table.name}.${name} = ${JSON.stringify(value)}`);
    if (typeof value === "string" && value.length > (column.maxLength ?? Infinity)) throw refusals.textTooLong(name);
  }
};
