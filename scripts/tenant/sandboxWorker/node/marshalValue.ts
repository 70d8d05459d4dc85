import type { EntityValue, Value } from "../../dataverse/values";
import { isObject } from "./BridgeArguments";
import { invalidArguments } from "./BridgeRefusal";

/** JSON arrays stand for the array parameters of messages, such as the ids that CreateMultiple returns. */
type Carried = Value | Carried[];

type Tagged = Record<string, unknown>;

/**
 * Brings a value over the bridge as the .NET host does: what that could not read is refused, moments have milliseconds,
 * GUIDs are in lower case.
 */
export function marshalValue(json: unknown): Carried {
  if (Array.isArray(json)) return json.map(marshalValue);
  if (isObject(json)) return carryTagged(json);
  return json as null | boolean | number | string;
}

export const carryMembers = (members: Tagged): Record<string, Value> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, marshalValue(value) as Value]));

export function carryEntity(json: Tagged): EntityValue {
  if (!isObject(json["attributes"])) throw invalidArguments('the object "attributes" is missing');
  return {
    $t: "entity",
    table: text(json, "table"),
    ...(json["id"] == null ? {} : { id: guid(text(json, "id")) }),
    attributes: carryMembers(json["attributes"]),
    ...(json["rowVersion"] == null ? {} : { rowVersion: text(json, "rowVersion") }),
    ...(isObject(json["formatted"]) ? { formatted: json["formatted"] as Record<string, string> } : {}),
    ...(isObject(json["keys"]) ? { keys: carryMembers(json["keys"]) } : {}),
  };
}

export function guid(value: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) throw invalidArguments(`"${value}" is not a GUID`);
  return value.toLowerCase();
}

export function moment(value: string): string {
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw invalidArguments(`"${value}" is not a moment`);
  return new Date(time).toISOString();
}

function carryTagged(json: Tagged): Value {
  switch (json["$t"]) {
    case "ref":
      return {
        $t: "ref",
        table: text(json, "table"),
        id: guid(text(json, "id")),
        ...(json["name"] == null ? {} : { name: text(json, "name") }),
      };
    case "money":
    case "dec":
      return { $t: json["$t"], v: number(text(json, "v"), /^[+-]?(\d+\.?\d*|\.\d+)$/, "decimal") };
    case "long":
      return { $t: "long", v: number(text(json, "v"), /^[+-]?\d+$/, "whole") };
    case "opt":
      return { $t: "opt", v: choice(json["v"]) };
    case "opts":
      if (!Array.isArray(json["v"])) throw invalidArguments('the list "v" is missing');
      return { $t: "opts", v: json["v"].map(choice) };
    case "dt":
      return { $t: "dt", v: moment(text(json, "v")) };
    case "guid":
      return { $t: "guid", v: guid(text(json, "v")) };
    case "alias":
      return {
        $t: "alias",
        table: text(json, "table"),
        column: text(json, "column"),
        v: marshalValue(json["v"]) as Value,
      };
    case "entity":
      return carryEntity(json);
    case "entities":
      return carryRows(json);
    case "column":
      return { ...json } as unknown as Value;
    default:
      throw invalidArguments(`the value kind ${JSON.stringify(json["$t"])} is unknown`);
  }
}

function carryRows(json: Tagged): Value {
  if (!Array.isArray(json["rows"]) || !json["rows"].every(isObject))
    throw invalidArguments('the list "rows" is missing');
  return {
    $t: "entities",
    table: text(json, "table"),
    rows: json["rows"].map(carryEntity),
    ...(json["moreRecords"] === true ? { moreRecords: true } : {}),
    ...(json["pagingCookie"] == null ? {} : { pagingCookie: text(json, "pagingCookie") }),
  };
}

function text(json: Tagged, name: string): string {
  const value = json[name];
  if (typeof value !== "string") throw invalidArguments(`the text "${name}" is missing`);
  return value;
}

function number(value: string, form: RegExp, kind: string): string {
  if (!form.test(value)) throw invalidArguments(`"${value}" is not a ${kind} number`);
  return value;
}

function choice(value: unknown): number {
  if (!Number.isInteger(value)) throw invalidArguments("a choice value is not a whole number");
  return value as number;
}
