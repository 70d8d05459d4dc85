import { toCountryCode } from "../opportunity/toCountryCode";
import { parseCalendarDay, parseUtcDay } from "../values/calendarDay";
import { parseDecimal } from "../values/decimalText";
import { helpOptions, parseHelpCode, type HelpOption } from "../opportunity/helpOptions";
import { isJsonObject, type Json } from "../values/Json";
import { intentIds, parseIntentId, type MarketplaceIntent } from "../opportunity/marketplaceIntents";
import type { Person, Solution } from "../opportunity/Opportunity";
import { fromWireChoice, parseChoiceTable, toWireChoice } from "./choiceTable";
import { plainText } from "../values/plainText";
import { printCrmValue, textsOf } from "./crmValue";
import type { ConverterName } from "./ConverterName";
import type { FieldMapping } from "./fieldMap";
import { fillTemplate, parseTemplate } from "../fieldMapping/parseTemplate";

/**
 * Turns one value of an opportunity into that of a referral and back. `fromReferral` takes whatever Partner Center
 * answers: values it enriched or left out come back as the opportunity would hold them. Undefined: the value has no
 * counterpart on the other side.
 */
export interface Converter {
  toReferral(value: Json, detail: string): Json | undefined;
  fromReferral(value: Json, detail: string): Json | undefined;
}

const toText = (value: Json | undefined): string => (typeof value === "string" ? plainText(value).trim() : "");

/** Text of whatever Partner Center answers for a plain value. */
const wireText = (value: Json): string => (typeof value === "number" ? String(value) : toText(value));

/** Objects, lists and flags are no text. */
const plainValue = (value: Json): string | undefined =>
  value === null || typeof value === "string" || typeof value === "number" ? wireText(value) : undefined;

const firstItem = (value: Json): Json => (Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : null);

const toMember = ({ firstName, lastName, phone, email, title }: Person): Json => {
  const details = { firstName, lastName, phoneNumber: phone, email };
  return title === "" ? details : { ...details, title };
};

const toPerson = (member: Json): Json =>
  isJsonObject(member)
    ? {
        firstName: wireText(member["firstName"] ?? null),
        lastName: wireText(member["lastName"] ?? null),
        email: wireText(member["email"] ?? null),
        phone: wireText(member["phoneNumber"] ?? null),
        title: wireText(member["title"] ?? null),
      }
    : null;

const items = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const toSolution = (value: Json): Solution[] =>
  isJsonObject(value) ? [{ id: toText(value["id"]), name: toText(value["name"]) }] : [];

const team: Converter = {
  toReferral: (value) => (value === null ? [] : [toMember(value as Person)]),
  fromReferral: (value) => toPerson(firstItem(value)),
};

const isYes = (value: Json): boolean =>
  value === true || textsOf(value).some((text) => ["yes", "true"].includes(text.trim().toLowerCase()));

/** Null for nothing, undefined for a text that is none of what is wanted. */
const unless = <Value>(text: string, value: Value | null): Value | null | undefined =>
  text === "" ? null : (value ?? undefined);

export const converters = {
  text: { toReferral: printCrmValue, fromReferral: plainValue },
  /** Partner Center answers numbers; some samples hold them as text. */
  number: {
    toReferral: (value) => {
      const text = printCrmValue(value);
      const decimal = parseDecimal(text);
      return unless(text, decimal === null ? null : Number(decimal));
    },
    fromReferral: (value) => unless(wireText(value), parseDecimal(wireText(value))),
  },
  /** Goes as midnight UTC of the very day. What comes may have any time of day: the day is that of the moment in UTC. */
  date: {
    toReferral: (value) => {
      const day = parseCalendarDay(printCrmValue(value));
      return unless(printCrmValue(value), day === null ? null : `${day}T00:00:00Z`);
    },
    fromReferral: (value) => unless(toText(value), parseUtcDay(toText(value))),
  },
  yesOrNo: { toReferral: isYes, fromReferral: isYes },
  /** What is no country goes as it is, so that the seller is told about it. */
  country: {
    toReferral: (value) => toCountryCode(printCrmValue(value)) ?? printCrmValue(value),
    fromReferral: (value) => toCountryCode(wireText(value)) ?? wireText(value),
  },
  currency: {
    toReferral: (value) => printCrmValue(value).toUpperCase(),
    fromReferral: (value) => toText(value).toUpperCase(),
  },
  choiceByTable: {
    toReferral: (value, detail) => toWireChoice(parseChoiceTable(detail) ?? {}, value),
    fromReferral: (value, detail) => fromWireChoice(parseChoiceTable(detail) ?? {}, value),
  },
  /** `detail` is the JSON of the value. */
  constant: {
    toReferral: (_value, detail) => JSON.parse(detail) as Json,
    fromReferral: () => undefined,
  },
  /** Takes all values by their column paths. */
  template: {
    toReferral: (value, detail) => {
      const template = parseTemplate(detail);
      const read = (column: string): Json => (isJsonObject(value) ? (value[column] ?? null) : null);
      return template.kind === "parsed" ? fillTemplate(template.value, read) : undefined;
    },
    fromReferral: () => undefined,
  },
  contact: team,
  owner: team,
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
    toReferral: (value) => intentIds[(value as MarketplaceIntent | null) ?? "haveNotDecided"],
    fromReferral: (value) => unless(toText(value), parseIntentId(toText(value))),
  },
  help: {
    toReferral: (value) => (value === null ? null : helpOptions[value as HelpOption].code),
    fromReferral: (value) => parseHelpCode(toText(value)),
  },
} as const satisfies Record<ConverterName, Converter>;

/** A value of the opportunity as a row puts it into the referral. */
export const toReferralValue = ({ converter, converterDetail }: FieldMapping, value: Json): Json | undefined =>
  (converters[converter] as Converter).toReferral(value, converterDetail);

/** The way back. */
export const toCrmValue = ({ converter, converterDetail }: FieldMapping, value: Json): Json | undefined =>
  (converters[converter] as Converter).fromReferral(value, converterDetail);
