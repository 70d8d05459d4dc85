import { decimalText } from "../../decimal";
import { isDateOnly, isLookup } from "../../columnKinds";
import { parseGuid } from "../../guid";
import type { ColumnMetadata } from "../../metadata";
import type { Value } from "../../values";
import { protocolRefusals } from "../protocolRefusals";
import { edmTypeOf } from "../query/literalText";
import type { Json } from "./JsonObject";

const isWhole = (value: Json): value is number => typeof value === "number" && Number.isInteger(value);

function toValue(column: ColumnMetadata, json: Json): Value | undefined {
  switch (column.type) {
    case "nvarchar":
    case "ntext":
      return typeof json === "string" ? json : undefined;
    case "bit":
      return typeof json === "boolean" ? json : undefined;
    case "int":
      return isWhole(json) ? json : undefined;
    case "bigint":
      return isWhole(json) ? { $t: "long", v: decimalText(json) } : undefined;
    case "float":
      return typeof json === "number" ? json : undefined;
    case "decimal":
      return typeof json === "number" ? { $t: "dec", v: decimalText(json) } : undefined;
    case "money":
      return typeof json === "number" ? { $t: "money", v: decimalText(json) } : undefined;
    case "datetime":
      return dateValue(column, json);
    case "picklist":
    case "state":
    case "status":
      return isWhole(json) ? { $t: "opt", v: json } : undefined;
    case "multiselectpicklist":
      return typeof json === "string" && /^(-?\d+(,-?\d+)*)?$/.test(json)
        ? { $t: "opts", v: json.split(",").filter(Boolean).map(Number) }
        : undefined;
    default: {
      const id = typeof json === "string" ? parseGuid(json) : undefined;
      return id === undefined ? undefined : { $t: "guid", v: id };
    }
  }
}

/** Columns of dates take a day and nothing more. */
function dateValue(column: ColumnMetadata, json: Json): Value | undefined {
  if (typeof json !== "string" || !/^\d{4}-\d{2}-\d{2}/.test(json)) return undefined;
  if (isDateOnly(column) && json.length !== 10) return undefined;
  return Number.isNaN(Date.parse(json)) ? undefined : { $t: "dt", v: json };
}

/** The value of a property in a payload as the organization service takes it. */
export function fromJson(column: ColumnMetadata, json: Json, entitySet: string): Value {
  if (json === null) return null;
  if (isLookup(column)) throw protocolRefusals.lookupDirect();
  const value = toValue(column, json);
  if (value === undefined) throw protocolRefusals.literalInvalid(entitySet, json, edmTypeOf(column));
  return value;
}
