import { isJsonObject, type Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { textsOf, type CrmValue } from "./crmValue";

/** Values of a CRM column, each by its number, label or text, with what stands for it in a referral. */
export type ChoiceTable = Readonly<Record<string, string | number | boolean>>;

const isWireValue = (value: Json): value is string | number | boolean => value !== null && typeof value !== "object";

/** Reads `{"731500000": "Gold"}`; null for what is no such object, or holds more than plain values. */
export const parseChoiceTable = (text: string): ChoiceTable | null => {
  try {
    const json = JSON.parse(text) as Json;
    return isJsonObject(json) && Object.values(json).every(isWireValue) ? (json as ChoiceTable) : null;
  } catch {
    return null;
  }
};

/** What stands for a CRM value in a referral, null for an empty one; undefined where the table has no line for it. */
export const toWireChoice = (table: ChoiceTable, value: CrmValue): Json | undefined => {
  const texts = textsOf(value).map((text) => text.trim().toLowerCase());
  if (texts.length === 0) return table[""] ?? null;
  return Object.entries(table).find(([name]) => texts.includes(name.trim().toLowerCase()))?.[1];
};

/**
 * The way back: the number of a choice or the text, null for an empty value; undefined where the table has no line. Of several
 * lines with the same wire value the first counts, numbers before words.
 */
export const fromWireChoice = (table: ChoiceTable, wire: Json): CrmValue | undefined => {
  const isSame = (value: Json): boolean =>
    typeof value === "string" && typeof wire === "string"
      ? value.trim().toLowerCase() === wire.trim().toLowerCase()
      : sameJson(value, wire);
  const name = Object.entries(table).find(([, value]) => isSame(value))?.[0];
  if (name === undefined) return wire === null || wire === "" ? null : undefined;
  if (name === "") return null;
  return /^-?\d{1,10}$/.test(name) ? { value: Number(name) } : name;
};
