import { parseInstant, printInstant, type Instant } from "../domain/values/instant";
import { isJsonObject, type Json, type JsonObject } from "../domain/values/Json";

/** Text inside one of the bridge's tags, or the text itself; empty for anything else. */
const innerText = (value: Json | undefined): string => {
  if (typeof value === "string") return value;
  if (!isJsonObject(value)) return "";
  const inner = value["$t"] === "ref" ? value["id"] : value["v"];
  return typeof inner === "string" ? inner : "";
};

/** Lower-case GUID of a parameter or a lookup; empty where there is none. */
export const guidOf = (value: Json | undefined): string => innerText(value).toLowerCase();

/** A text parameter; empty where it was left out. */
export const textOf = (parameters: JsonObject, name: string): string => innerText(parameters[name]);

/** A text column of a row; empty where there is none. */
export const textOfColumn = (value: Json | undefined): string => innerText(value);

/** A yes/no parameter; no where it was left out. */
export const flagOf = (parameters: JsonObject, name: string): boolean => parameters[name] === true;

/** A whole number; null where it was left out. */
export const numberOf = (parameters: JsonObject, name: string): number | null => {
  const value = parameters[name];
  return typeof value === "number" ? value : null;
};

/** A moment; null where it was left out or makes no sense. */
export const instantOf = (parameters: JsonObject, name: string): Instant | null => {
  const ms = parseInstant(innerText(parameters[name]));
  return ms === null ? null : printInstant(ms);
};

/** A column of a row among the parameters or images. */
export const attributeOf = (entity: Json | undefined, column: string): Json | undefined => {
  const attributes = isJsonObject(entity) ? entity["attributes"] : undefined;
  return isJsonObject(attributes) ? attributes[column] : undefined;
};
