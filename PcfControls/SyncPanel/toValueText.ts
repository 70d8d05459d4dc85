import type { Json } from "../../Solution/engine/domain/values/Json";

const midnight = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/;

const toMemberText = (member: Json): string => {
  if (typeof member !== "object" || member === null) return toValueText(member);
  const { name, firstName, lastName, id } = member as Readonly<Record<string, Json>>;
  const person = [firstName, lastName].filter((part): part is string => typeof part === "string" && part !== "");
  return person.join(" ") || toValueText(name ?? id ?? null);
};

/** A value of a referral as a person would say it. Yes and No are told apart by their marks, in any language. */
export const toValueText = (value: Json): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "✔" : "✖";
  if (Array.isArray(value)) return (value as readonly Json[]).map(toMemberText).join(", ");
  if (typeof value === "object") return toMemberText(value);
  return String(value).replace(midnight, "$1");
};
