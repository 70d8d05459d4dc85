import { matchAccount, type InboundCustomer } from "../account/matchAccount";
import type { MatchCandidate } from "./MatchCandidate";

/** A column that holds what only one deal in the world has. */
export type Identifier = "referralIdentifier" | "microsoftCrmIdentifier";

/** What a referral is known by, and whose it is. */
export interface IdentifiedReferral {
  referralIdentifier: string;
  /** Microsoft's own number of the deal; empty where Partner Center did not tell. */
  microsoftCrmIdentifier: string;
  customer: InboundCustomer;
}

/** The record that a referral is certainly about, or nothing that one could be certain of. */
export type Identified =
  | { kind: "certain"; record: MatchCandidate; by: Identifier }
  /** Records that hold an identifier and can take the referral, but several do, or something speaks against them. */
  | { kind: "doubtful"; records: readonly MatchCandidate[] }
  | { kind: "none" };

const identifiers: readonly Identifier[] = ["referralIdentifier", "microsoftCrmIdentifier"];

const toKey = (text: string): string => text.trim().toLowerCase();

const isSame = (left: string, right: string): boolean => toKey(left) !== "" && toKey(left) === toKey(right);

const differs = (left: string, right: string): boolean =>
  toKey(left) !== "" && toKey(right) !== "" && toKey(left) !== toKey(right);

const order = ["duns", "nameAndPostalCode", "domain"] as const;

/** A record of another customer, or one that another identifier gives to another deal. */
const speaksAgainst = (referral: IdentifiedReferral, record: MatchCandidate): boolean =>
  identifiers.some((name) => differs(referral[name], record[name])) ||
  (differs(referral.customer.name, record.customer.name) &&
    matchAccount(referral.customer, [record.customer], { order }).kind === "none");

/**
 * Finds the record that carries an identifier of the referral. Certain is only a record that is the one holder of any among all,
 * open and closed, that is open and without a link, and against which nothing speaks: an identifier that was copied, imported
 * twice or typed wrong gives a referral to nobody.
 */
export const identifyRecord = (referral: IdentifiedReferral, candidates: readonly MatchCandidate[]): Identified => {
  const holds = (record: MatchCandidate, name: Identifier): boolean => isSame(referral[name], record[name]);
  const holders = candidates.filter((record) => identifiers.some((name) => holds(record, name)));
  const free = holders.filter(({ isOpen, isLinked }) => isOpen && !isLinked);
  const [record] = free;
  if (record === undefined) return { kind: "none" };
  if (holders.length > 1 || speaksAgainst(referral, record)) return { kind: "doubtful", records: free };
  return { kind: "certain", record, by: identifiers.find((name) => holds(record, name)) ?? "referralIdentifier" };
};
