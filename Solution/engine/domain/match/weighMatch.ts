import { normalizeName } from "../account/normalizeName";
import type { Opportunity } from "../opportunity/Opportunity";
import { parseDay } from "../values/instant";

/** What speaks for a record being the deal of a referral, beside its customer. */
export type MatchEvidence = "identifier" | "name" | "dealValue" | "closeDate" | "contact" | "solution";

export const evidenceLabels: Readonly<Record<MatchEvidence, string>> = {
  identifier: "identifier",
  name: "topic",
  dealValue: "deal value",
  closeDate: "close date",
  contact: "contact",
  solution: "solution",
};

/** Deal values that differ by less than this part of the larger one are near each other. */
const nearShare = 0.2;
const nearDays = 60;
const msPerDay = 86_400_000;

type Values = Partial<Pick<Opportunity, "name" | "dealValue" | "currency" | "closeDate" | "contact" | "solutions">>;

const isNearValue = (left: Values, right: Values): boolean => {
  if (!left.dealValue || !right.dealValue || !left.currency || left.currency !== right.currency) return false;
  const [one, other] = [Number(left.dealValue), Number(right.dealValue)];
  return one > 0 && other > 0 && Math.abs(one - other) <= nearShare * Math.max(one, other);
};

const isNearDay = (left: Values, right: Values): boolean => {
  const [one, other] = [left, right].map(({ closeDate }) => (closeDate ? parseDay(closeDate) : null));
  return typeof one === "number" && typeof other === "number" && Math.abs(one - other) <= nearDays * msPerDay;
};

const isSameText = (left: string, right: string): boolean => left !== "" && left === right;

const mailOf = ({ contact }: Values): string => contact?.email.trim().toLowerCase() ?? "";

const speaksFor: Readonly<Record<Exclude<MatchEvidence, "identifier">, (left: Values, right: Values) => boolean>> = {
  name: (left, right) => isSameText(normalizeName(left.name ?? ""), normalizeName(right.name ?? "")),
  dealValue: isNearValue,
  closeDate: isNearDay,
  contact: (left, right) => isSameText(mailOf(left), mailOf(right)),
  solution: (left, right) => (left.solutions ?? []).some(({ id }) => right.solutions?.some((one) => one.id === id)),
};

const kinds = ["name", "dealValue", "closeDate", "contact", "solution"] as const;

/** What speaks for an open record of the referral's customer being the referral's deal. */
export const weighMatch = (referral: Values, record: Values): MatchEvidence[] =>
  kinds.filter((kind) => speaksFor[kind](referral, record));
