import { customApiParameterTypes } from "../baseTables/tables/customApiParameterTypes";
import type { Value } from "../dataverse/values";
import type { ApiParameter } from "./Registrations";

type Tag = Exclude<Value, null | boolean | number | string>["$t"];

const tagOf = (value: Value): Tag | undefined => (typeof value === "object" && value !== null ? value.$t : undefined);
const tagged =
  (...tags: Tag[]) =>
  (value: Value): boolean =>
    tags.some((tag) => tagOf(value) === tag);
const isNumber = (value: Value): boolean => typeof value === "number" && Number.isFinite(value);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Arrays are JSON arrays on the wire, which `Value` leaves out. */
const isStringArray = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const fits: Record<keyof typeof customApiParameterTypes, (value: Value) => boolean> = {
  Boolean: (value) => typeof value === "boolean",
  DateTime: tagged("dt"),
  Decimal: (value) => isNumber(value) || tagged("dec")(value),
  Entity: tagged("entity"),
  EntityCollection: tagged("entities"),
  EntityReference: tagged("ref"),
  Float: isNumber,
  Integer: (value) => isNumber(value) && Number.isInteger(value),
  Money: (value) => isNumber(value) || tagged("money")(value),
  Picklist: (value) => tagged("opt")(value) || (isNumber(value) && Number.isInteger(value)),
  String: (value) => typeof value === "string",
  StringArray: isStringArray,
  Guid: (value) => tagged("guid")(value) || (typeof value === "string" && guid.test(value)),
};

const kindOf = (type: number): keyof typeof fits | undefined =>
  (Object.entries(customApiParameterTypes) as [keyof typeof fits, number][]).find(([, number]) => number === type)?.[0];

/** The type a value should have and has not; undefined when it fits. */
export function misfit({ type, table }: ApiParameter, value: Value): string | undefined {
  if (value === null) return undefined;
  const kind = kindOf(type);
  if (kind === undefined) return `${type} (unknown)`;
  if (!fits[kind](value)) return kind;
  const given = typeof value === "object" && "table" in value ? value.table : undefined;
  return table !== undefined && given !== undefined && given !== "" && given !== table
    ? `${kind} of ${table}`
    : undefined;
}

/** Numbers and GUIDs a caller may write plainly get the tag a plug-in reads them by. */
export function normalizeParameter({ type }: ApiParameter, value: Value): Value {
  if (typeof value === "number") {
    if (type === customApiParameterTypes.Decimal) return { $t: "dec", v: String(value) };
    if (type === customApiParameterTypes.Money) return { $t: "money", v: String(value) };
    if (type === customApiParameterTypes.Picklist) return { $t: "opt", v: value };
  }
  if (typeof value === "string" && type === customApiParameterTypes.Guid) return { $t: "guid", v: value.toLowerCase() };
  return value;
}
