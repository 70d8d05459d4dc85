import { isDateOnly } from "../../columnKinds";
import type { ColumnMetadata } from "../../metadata";
import type { Value } from "../../values";
import type { Json } from "./JsonObject";

/** A value as it stands in an answer. Numbers are JSON numbers, so the last digits of very long ones are lost to readers. */
export function toJson(value: Value, column?: Pick<ColumnMetadata, "type" | "format">): Json {
  if (typeof value !== "object" || value === null) return value;
  switch (value.$t) {
    case "ref":
      return value.id;
    case "money":
    case "dec":
    case "long":
      return Number(value.v);
    case "opt":
    case "guid":
      return value.v;
    case "opts":
      return value.v.join(",");
    case "dt":
      return column && isDateOnly(column) ? value.v.slice(0, 10) : value.v;
    case "alias":
      return toJson(value.v, column);
    case "entity":
    case "entities":
    case "column":
      throw new Error(`A value of kind ${value.$t} has no place in a row.`);
  }
}
