export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Attributes = Record<string, Json>;

/** A row as the bridge carries it. */
export interface BridgeRow {
  $t: "entity";
  table: string;
  id?: string;
  attributes: Attributes;
  keys?: Attributes;
}

/** Tagged values. */
export const ref = (table: string, id: string): Json => ({ $t: "ref", table, id });
export const opt = (v: number): Json => ({ $t: "opt", v });
export const dt = (v: string): Json => ({ $t: "dt", v });
export const money = (v: number | string): Json => ({ $t: "money", v: String(v) });

/** What is inside a tag: the id of a lookup, text of a moment, number of a choice or an amount. */
export const plain = (value: Json | undefined): string | number | boolean | null => {
  if (value === undefined || value === null || Array.isArray(value)) return null;
  if (typeof value !== "object") return value;
  const inner = value["$t"] === "ref" ? value["id"] : value["v"];
  if (value["$t"] === "money" || value["$t"] === "dec" || value["$t"] === "long") return Number(inner);
  return plain(inner);
};

export const textOf = (value: Json | undefined): string => {
  const inner = plain(value);
  return inner === null ? "" : String(inner);
};

/** A text among arguments; empty for anything else. */
export const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
