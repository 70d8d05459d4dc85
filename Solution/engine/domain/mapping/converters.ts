import { parseCalendarDay } from "../values/calendarDay";
import { parseDecimal } from "../values/decimalText";
import { helpOptions, parseHelpCode, type HelpOption } from "../opportunity/helpOptions";
import { isJsonObject, type Json } from "../values/Json";
import {
  intentAttributeType,
  intentIds,
  parseIntentId,
  type MarketplaceIntent,
} from "../opportunity/marketplaceIntents";
import type { Person, Solution } from "../opportunity/Opportunity";

/**
 * Turns one value of an opportunity into that of a referral and back. `fromReferral` takes whatever Partner Center
 * answers: values it enriched or left out come back as the opportunity would hold them.
 */
export interface Converter {
  toReferral(value: Json): Json;
  fromReferral(value: Json): Json;
}

const toText = (value: Json | undefined): string => (typeof value === "string" ? value.trim() : "");

const firstItem = (value: Json): Json => (Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : null);

const toMember = ({ firstName, lastName, phone, email, title }: Person): Json => {
  const details = { firstName, lastName, phoneNumber: phone, email };
  return title === "" ? details : { ...details, title };
};

const toPerson = (member: Json): Json =>
  isJsonObject(member)
    ? {
        firstName: toText(member["firstName"]),
        lastName: toText(member["lastName"]),
        email: toText(member["email"]),
        phone: toText(member["phoneNumber"]),
        title: toText(member["title"]),
      }
    : null;

const items = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const toSolution = (value: Json): Solution[] =>
  isJsonObject(value) ? [{ id: toText(value["id"]), name: toText(value["name"]) }] : [];

export const converters = {
  text: { toReferral: toText, fromReferral: toText },
  flag: { toReferral: (value) => value === true, fromReferral: (value) => value === true },
  /** Partner Center answers numbers; some samples hold them as text. */
  decimal: {
    toReferral: (value) => (typeof value === "string" ? Number(value) : null),
    fromReferral: (value) =>
      typeof value === "number" || typeof value === "string" ? parseDecimal(String(value)) : null,
  },
  /** Midnight UTC of the very day: any other time of day would turn into another day west or east of it. */
  day: {
    toReferral: (value) => (typeof value === "string" ? `${value}T00:00:00Z` : null),
    fromReferral: (value) => parseCalendarDay(toText(value)),
  },
  upperText: {
    toReferral: (value) => toText(value).toUpperCase(),
    fromReferral: (value) => toText(value).toUpperCase(),
  },
  team: {
    toReferral: (value) => (value === null ? [] : [toMember(value as Person)]),
    fromReferral: (value) => toPerson(firstItem(value)),
  },
  solutions: {
    // Sorted, because neither side promises an order and a mere swap is no change.
    toReferral: (value) =>
      [...(value as readonly Solution[])]
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .map(({ id, name }) => ({ id, type: "Name", name })),
    fromReferral: (value) => items(value).flatMap(toSolution),
  },
  /** A question nobody answered yet is one the customer has not decided; the API takes no referral without it. */
  marketplaceIntent: {
    toReferral: (value) => [
      { type: intentAttributeType, id: intentIds[(value as MarketplaceIntent | null) ?? "haveNotDecided"] },
    ],
    fromReferral: (value) => {
      const isIntent = (item: Json): boolean => isJsonObject(item) && item["type"] === intentAttributeType;
      const attribute = items(value).find(isIntent) ?? null;
      return isJsonObject(attribute) ? parseIntentId(toText(attribute["id"])) : null;
    },
  },
  help: {
    toReferral: (value) => (value === null ? null : helpOptions[value as HelpOption].code),
    fromReferral: (value) => parseHelpCode(toText(value)),
  },
} as const satisfies Record<string, Converter>;

export type ConverterName = keyof typeof converters;
