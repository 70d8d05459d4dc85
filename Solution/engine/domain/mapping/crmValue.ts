import { isJsonObject, type Json } from "../values/Json";

/**
 * A value of a CRM column as `Opportunity.custom` holds it: null where it is empty; text of texts, numbers and moments; a yes
 * or no; `{value, label}` of a choice, `{id, name}` of a lookup.
 */
export type CrmValue = Json;

const member = (value: Json, name: string): string => {
  const found = isJsonObject(value) ? value[name] : undefined;
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
};

/** All texts that mean the value, the one people read first; none for an empty value. */
export const textsOf = (value: CrmValue): string[] => {
  if (typeof value === "boolean") return value ? ["Yes", "true", "1"] : ["No", "false", "0"];
  if (typeof value === "string" || typeof value === "number") return value === "" ? [] : [String(value)];
  if (Array.isArray(value)) return value.length === 0 ? [] : [(value as readonly Json[]).map(printCrmValue).join(", ")];
  return ["label", "name", "value", "id"].map((name) => member(value, name)).filter((text) => text !== "");
};

/** The value as people read it; empty text for an empty value. */
export const printCrmValue = (value: CrmValue): string => textsOf(value)[0]?.trim() ?? "";
