import { choices } from "../../../Solution/engine/domain/schema";
import { helpOptions, parseHelpCode } from "../../../Solution/engine/domain/opportunity/helpOptions";
import { intentAttributeType, parseIntentId } from "../../../Solution/engine/domain/opportunity/marketplaceIntents";
import { helpPath, visibilityPath } from "../../../Solution/engine/domain/referral/referralPatch";
import { isJsonObject, type Json } from "../../../Solution/engine/domain/values/Json";
import type { Words } from "../words";
import type { Currency } from "./Currency";
import type { ValueFormats } from "./ValueFormats";

/** What values of a referral are written with. */
export interface ValueTextParts {
  words: Words;
  formats: ValueFormats;
  /** Of the opportunity; null while it is not known. */
  currency: Currency | null;
  /** ISO code that the amount is in; empty where that is not known. */
  amountIn: string;
  /** Solutions with their ids: two of one name must be told apart. */
  withIds?: boolean;
}

const intentPath = `/details/requirements/additionalRequirements/attributes/${intentAttributeType}`;
const midnight = /^(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.0+)?Z$/;

const toText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const join = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== "").join(separator);

const toMemberText = (member: Json, withIds: boolean): string => {
  if (!isJsonObject(member)) return toPlainText(member);
  const { firstName, lastName, title, email, phoneNumber, name, id } = member;
  const person = join([toText(firstName), toText(lastName)], " ");
  const details = join([person, toText(title), toText(email), toText(phoneNumber)], ", ");
  if (details !== "") return details;
  const [called, numbered] = [toText(name), toText(id)];
  return called === "" || !withIds ? called || numbered : join([called, numbered && `(${numbered})`], " ");
};

const toPlainText = (value: Json): string =>
  value === null || typeof value === "object" ? "" : typeof value === "boolean" ? (value ? "✔" : "✖") : String(value);

const toAmount = (value: number, { formats, currency, amountIn }: ValueTextParts): string => {
  if (currency !== null && (amountIn === "" || amountIn === currency.code))
    return formats.currency(value, currency.precision, currency.symbol);
  return join([formats.decimal(value, 2), amountIn], " ");
};

/** Choices by the labels of the form. */
const toChoiceText = (path: string, value: Json, { formats }: ValueTextParts): string => {
  const help = path === helpPath ? parseHelpCode(toText(value)) : null;
  if (help !== null)
    return formats.choice("howCanMicrosoftHelp", choices.howCanMicrosoftHelp[help]) || helpOptions[help].label;
  const intent = path === intentPath ? parseIntentId(toText(value)) : null;
  if (intent !== null) return formats.choice("customerMarketplaceIntent", choices.customerMarketplaceIntent[intent]);
  if (path !== visibilityPath || typeof value !== "boolean") return "";
  const { visible, private: hidden } = choices.referralVisibility;
  return formats.choice("referralVisibility", value ? visible : hidden);
};

/** How a deal ended, by either side's word for it. */
const toOutcomeText = (path: string, value: Json, { words }: ValueTextParts): string => {
  const outcome = toText(value).toLowerCase();
  return path === "/substatus" && ["won", "lost", "declined", "expired"].includes(outcome)
    ? words(`Outcome_${outcome}`)
    : "";
};

const toDayText = (value: Json, { formats }: ValueTextParts): string => {
  const [, year, month, day] = midnight.exec(toText(value)) ?? [];
  return year === undefined ? "" : formats.day(new Date(Number(year), Number(month) - 1, Number(day)));
};

/** A value at this place of a referral, as the form would show it; empty where there is none. */
export const toValueText = (path: string, value: Json, parts: ValueTextParts): string => {
  if (value === null) return "";
  if (path === "/details/dealValue" && typeof value === "number") return toAmount(value, parts);
  if (Array.isArray(value))
    return (value as readonly Json[]).map((member) => toMemberText(member, parts.withIds === true)).join(", ");
  const named = toChoiceText(path, value, parts) || toOutcomeText(path, value, parts) || toDayText(value, parts);
  if (named !== "") return named;
  if (typeof value === "boolean") return parts.words(value ? "Toggle_On" : "Toggle_Off");
  return isJsonObject(value) ? toMemberText(value, parts.withIds === true) : toPlainText(value);
};
