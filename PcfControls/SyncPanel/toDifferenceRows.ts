import { fieldMap, type FieldMapping } from "../../Solution/engine/domain/mapping/fieldMap";
import type { Json } from "../../Solution/engine/domain/values/Json";
import type { Difference } from "../../Solution/engine/domain/link/Link";

/** One field that both sides hold differently, in words; empty text where a side holds nothing. */
export interface DifferenceRow {
  label: string;
  here: string;
  there: string;
}

const rows: readonly FieldMapping[] = fieldMap;
const midnight = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/;

const toMemberText = (member: Json): string => {
  if (typeof member !== "object" || member === null) return toValueText(member);
  const { name, firstName, lastName, id } = member as Readonly<Record<string, Json>>;
  const person = [firstName, lastName].filter((part): part is string => typeof part === "string" && part !== "");
  return person.join(" ") || toValueText(name ?? id ?? null);
};

/** A value of a referral as a person would say it. Yes and No are told apart by their marks, in any language. */
const toValueText = (value: Json): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "✔" : "✖";
  if (Array.isArray(value)) return (value as readonly Json[]).map(toMemberText).join(", ");
  if (typeof value === "object") return toMemberText(value);
  return String(value).replace(midnight, "$1");
};

/** What Partner Center holds otherwise, by the names that sellers know. */
export const toDifferenceRows = (differences: Readonly<Record<string, Difference>>): DifferenceRow[] =>
  Object.entries(differences).map(([path, { here, there }]) => ({
    label: rows.find(({ referral }) => referral === path)?.label ?? path,
    here: toValueText(here),
    there: toValueText(there),
  }));
