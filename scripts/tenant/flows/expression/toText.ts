import type { Json } from "../../dataverse/webApi/json/JsonObject";

/** A value as `string()` and `@{…}` write it. */
export function toText(value: Json): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
