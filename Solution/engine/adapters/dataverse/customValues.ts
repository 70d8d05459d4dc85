import type { FieldMap } from "../../domain/mapping/fieldMap";
import { withoutCheckMark } from "../../domain/opportunity/checkMark";
import { isJsonObject, type Json, type JsonObject } from "../../domain/values/Json";
import type { DataverseRow } from "./DataverseRow";
import { toColumnValue, toCrmColumnValue } from "./hostValues";

/** Which joined tables hold the account and the contact of this deal. */
export interface JoinedAliases {
  account: string;
  contact: string;
}

/** Where the answer of the opportunity query holds a column path. */
const placeOf = (path: string, aliases: JoinedAliases): string =>
  path.replace(/^(account|contact)\./, (_prefix, table: keyof JoinedAliases) => `${aliases[table]}.`);

const unwrap = (value: Json | undefined): Json =>
  isJsonObject(value) && value["$t"] === "alias" ? unwrap(value["v"]) : (value ?? null);

/** Custom columns as the host gave them, by column path: what they held tells what kind of column they are. */
export const readHostValues = (row: DataverseRow, paths: readonly string[], aliases: JoinedAliases): JsonObject =>
  Object.fromEntries(paths.map((path) => [path, unwrap(row.attributes[placeOf(path, aliases)])]));

/** `Opportunity.custom`: every column that was asked for, null where it is empty. */
export const readCustom = (row: DataverseRow, paths: readonly string[], aliases: JoinedAliases): JsonObject =>
  Object.fromEntries(
    Object.entries(readHostValues(row, paths, aliases)).map(([path, value]) => {
      const found = toCrmColumnValue(value, row.formatted?.[placeOf(path, aliases)] ?? "");
      return [path, path === "name" && typeof found === "string" ? withoutCheckMark(found) : found];
    }),
  );

/** What to write into the columns of one table, and which column paths cannot hold their values. */
export interface CustomAttributes {
  attributes: JsonObject;
  unwritable: readonly string[];
}

const columnIn = (table: string, path: string): string | null => {
  const [first = "", second] = path.split(".");
  if (second === undefined) return table === "opportunity" ? first : null;
  return first === table ? second : null;
};

/**
 * Values of custom columns that Partner Center changed, for one table; `before` is what the columns held. Only columns that the
 * map brings values into are written.
 */
export const toCustomAttributes = (
  table: "opportunity" | "account" | "contact",
  custom: JsonObject,
  map: FieldMap,
  before: JsonObject = {},
): CustomAttributes => {
  const attributes: Record<string, Json> = {};
  const unwritable: string[] = [];
  for (const row of map) {
    const path = row.opportunity.replace(/^\/custom\//, "");
    const column = columnIn(table, path);
    const isBroughtBack = row.direction === "both" || row.direction === "toDynamics365";
    if (path === row.opportunity || column === null || !isBroughtBack || !Object.hasOwn(custom, path)) continue;
    const value = toColumnValue(custom[path] ?? null, row, before[path] ?? null);
    if (value === undefined) unwritable.push(path);
    else attributes[column] = value;
  }
  return { attributes, unwritable };
};
