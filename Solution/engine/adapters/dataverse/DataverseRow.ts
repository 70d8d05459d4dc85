import { isJsonObject, type Json, type JsonObject } from "../../domain/values/Json";
import { plainText } from "../../domain/values/plainText";

/** A row as the bridge carries it. */
export type DataverseRow = {
  $t: "entity";
  table: string;
  id?: string;
  attributes: JsonObject;
  /** What the platform shows for values such as choices, by column. */
  formatted?: Readonly<Record<string, string>>;
};

/** A lookup's target. */
export interface RowReference {
  table: string;
  id: string;
}

/** Values of the bridge that need a tag, for writing. */
export const tagged = {
  reference: (table: string, id: string): Json => ({ $t: "ref", table, id }),
  choice: (value: number): Json => ({ $t: "opt", v: value }),
  instant: (value: string): Json => ({ $t: "dt", v: value }),
} as const;

/** A row to be written, without what Dataverse refuses in any text: what comes from outside may be quoted in many. */
export const toRow = (table: string, attributes: JsonObject, id?: string): DataverseRow => ({
  $t: "entity",
  table,
  ...(id === undefined ? {} : { id }),
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([column, value]) => [column, typeof value === "string" ? plainText(value) : value]),
  ),
});

const unwrap = (value: Json | undefined): Json => {
  if (!isJsonObject(value)) return value ?? null;
  return value["$t"] === "alias" ? unwrap(value["v"]) : value;
};

/** Text inside a tag, or the text or number itself. */
const innerText = (value: Json): string => {
  const inner = isJsonObject(value) ? (value["v"] ?? null) : value;
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : "";
};

/** Reads columns of a row, of joined tables by `alias.column`; whatever is absent reads as empty. */
export const createRowReader = ({ attributes, formatted }: DataverseRow) => {
  const read = (column: string): Json => unwrap(attributes[column]);
  return {
    /** Trimmed; also of numbers, moments and GUIDs, whose text the bridge carries. Empty for anything else. */
    text: (column: string): string => innerText(read(column)).trim(),
    flag: (column: string): boolean => read(column) === true,
    choice: (column: string): number | null => {
      const value = read(column);
      const inner = isJsonObject(value) ? value["v"] : value;
      return typeof inner === "number" ? inner : null;
    },
    /** What the platform shows for the value, in the language of the user; empty where it shows nothing else. */
    label: (column: string): string => formatted?.[column] ?? "",
    reference: (column: string): RowReference | null => {
      const value = read(column);
      if (!isJsonObject(value) || value["$t"] !== "ref") return null;
      return { table: innerText(value["table"] ?? null), id: innerText(value["id"] ?? null) };
    },
  };
};

export type RowReader = ReturnType<typeof createRowReader>;
