import { emailDomain, webDomain } from "./emailDomain";
import { isWordCharacter } from "./isWordCharacter";
import { normalizeName } from "./normalizeName";
import type { AccountEvidence, AccountMatch } from "./parseAccountMatch";

/** The customer of a referral, as far as an account can be recognized by it. Empty text where nothing is known. */
export interface InboundCustomer {
  name: string;
  postalCode: string;
  duns: string;
  /** E-mail addresses of people at the customer. */
  emails: readonly string[];
}

/** An account that may be the customer. */
export interface AccountCandidate {
  id: string;
  name: string;
  postalCode: string;
  duns: string;
  website: string;
  email: string;
}

export type MatchedAccount =
  | { kind: "matched"; account: AccountCandidate; by: AccountEvidence }
  /** Several accounts, or one for which and against which something speaks: a person decides. */
  | { kind: "ambiguous"; accounts: readonly AccountCandidate[] }
  | { kind: "none" };

const toKey = (text: string): string => text.toUpperCase().split("").filter(isWordCharacter).join("");

const isSame = (left: string, right: string): boolean => left !== "" && left === right;

const isSameName = (customer: InboundCustomer, account: AccountCandidate): boolean =>
  isSame(normalizeName(customer.name), normalizeName(account.name));

/** D-U-N-S numbers have nine digits; leading zeros get lost in spreadsheets. */
const toDuns = (text: string): string => toKey(text).replace(/^0+/, "");

const domainsOf = ({ website, email }: AccountCandidate): string[] =>
  [webDomain(website), emailDomain(email)].filter((domain) => domain !== "");

const speaksFor: Readonly<Record<AccountEvidence, (customer: InboundCustomer, account: AccountCandidate) => boolean>> =
  {
    nameAndPostalCode: (customer, account) =>
      isSameName(customer, account) && isSame(toKey(customer.postalCode), toKey(account.postalCode)),
    duns: (customer, account) => isSame(toDuns(customer.duns), toDuns(account.duns)),
    domain: (customer, account) =>
      domainsOf(account).some((domain) => customer.emails.some((email) => emailDomain(email) === domain)),
  };

/** Companies with different numbers are different companies, whatever else is equal. */
const speaksAgainst = (
  customer: InboundCustomer,
  account: AccountCandidate,
  order: readonly AccountEvidence[],
): boolean =>
  order.includes("duns") &&
  toDuns(customer.duns) !== "" &&
  toDuns(account.duns) !== "" &&
  toDuns(customer.duns) !== toDuns(account.duns);

/** Of several, those for which more evidence speaks. */
const narrow = (
  accounts: readonly AccountCandidate[],
  customer: InboundCustomer,
  others: readonly AccountEvidence[],
): readonly AccountCandidate[] =>
  others.reduce((left, kind) => {
    const better = left.filter((account) => speaksFor[kind](customer, account));
    return better.length > 0 ? better : left;
  }, accounts);

/**
 * Finds the customer's account. The first kind of evidence that speaks for any account decides; where it speaks for several,
 * the other kinds tell them apart. It never guesses: a domain alone is shared by sister companies, and a name alone by
 * strangers, so those ask.
 */
export const matchAccount = (
  customer: InboundCustomer,
  candidates: readonly AccountCandidate[],
  { order }: Pick<AccountMatch, "order">,
): MatchedAccount => {
  const possible = candidates.filter((account) => !speaksAgainst(customer, account, order));
  for (const kind of order) {
    const found = possible.filter((account) => speaksFor[kind](customer, account));
    const left = narrow(found, customer, order);
    const [account, ...others] = left;
    if (account === undefined) continue;
    const isEnough = kind !== "domain" || isSameName(customer, account);
    return others.length === 0 && isEnough
      ? { kind: "matched", account, by: kind }
      : { kind: "ambiguous", accounts: left };
  }
  const doubtful = candidates.filter(
    (account) =>
      isSameName(customer, account) &&
      (toKey(customer.postalCode) === "" ||
        toKey(account.postalCode) === "" ||
        toKey(customer.postalCode) === toKey(account.postalCode)),
  );
  return doubtful.length > 0 ? { kind: "ambiguous", accounts: doubtful } : { kind: "none" };
};
