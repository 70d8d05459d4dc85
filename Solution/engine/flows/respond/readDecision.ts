import type { Decision } from "../../domain/merge/Decision";
import type { Json, JsonObject } from "../../domain/values/Json";
import { textOf } from "../inputs";

/** A value that a person typed: JSON, as conflict rows hold values, or the plain text. */
const parseValue = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
};

const sides = ["dynamics365", "partnerCenter", "value"] as const;

/** How a caller ends the conflict of this field, for this person; null where it does not say. */
export const readDecision = (parameters: JsonObject, path: string, by: string): Decision | null => {
  const text = textOf(parameters, "Decision").trim().toLowerCase();
  const take = sides.find((side) => side.toLowerCase() === text);
  if (take === undefined) return null;
  return { path, take, by, ...(take === "value" ? { value: parseValue(textOf(parameters, "Value")) } : {}) };
};
