import { matchAccount, type AccountCandidate, type InboundCustomer } from "../../domain/account/matchAccount";
import { normalizeName } from "../../domain/account/normalizeName";
import { parseAccountMatch } from "../../domain/account/parseAccountMatch";
import type { AccountUse } from "../../domain/audit/auditFacts";
import { failureWithDetail } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { readCustomer } from "../../domain/inbound/readCustomer";
import { toDerivedGuid } from "../../domain/inbound/toDerivedGuid";
import type { Opportunity, Person } from "../../domain/opportunity/Opportunity";
import type { Referral } from "../../domain/referral/Referral";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { InboundOwner, Misfits } from "../../ports/InboundStore";
import type { EnginePorts } from "../EnginePorts";

/** Account and contact of a new opportunity. */
export interface MatchedCustomer {
  accountId: string | null;
  contactId: string | null;
  account: AccountUse;
  /** What the columns of rows that were made could not hold. */
  misfits: Misfits;
}

export interface CustomerWish {
  referral: Referral;
  values: Partial<Opportunity>;
  owner: InboundOwner;
  settings: SyncSettings;
}

type Account = { id: string; use: AccountUse; misfits: Misfits };

/** Candidates named in a message; more would not be read. */
const maxNamed = 10;

const nameAll = (accounts: readonly AccountCandidate[]): string =>
  accounts
    .slice(0, maxNamed)
    .map(({ name, postalCode, id }) => `${name}${postalCode === "" ? "" : `, ${postalCode}`} (${id})`)
    .join("; ");

const ask = (customer: InboundCustomer, accounts: readonly AccountCandidate[]) =>
  failed(
    failureWithDetail(
      "inbound.accountAmbiguous",
      `${customer.name}, postal code ${customer.postalCode || "unknown"}, may be: ${nameAll(accounts)}`,
    ),
  );

/** The same customer has the same id, so that two deals at once do not make two accounts. */
const accountIdOf = async ({ digest }: EnginePorts, { name, postalCode }: InboundCustomer): Promise<string> =>
  toDerivedGuid(await digest.sha256(`account ${normalizeName(name) || name}\n${postalCode.toUpperCase()}`));

const findAccount = async (
  ports: EnginePorts,
  customer: InboundCustomer,
  wish: CustomerWish,
): Promise<Outcome<Account>> => {
  const { settings } = wish;
  const found = await ports.inbound.findAccounts(customer, settings);
  if (found.kind === "failed") return found;
  const { accounts, isComplete } = found.value;
  const match = matchAccount(customer, accounts, parseAccountMatch(settings.accountMatch));
  if (match.kind === "ambiguous") return ask(customer, match.accounts);
  // Among those that were not read there could be another one.
  if (!isComplete) return ask(customer, accounts);
  if (match.kind === "matched") return done({ id: match.account.id, use: "found", misfits: {} });
  const id = await accountIdOf(ports, customer);
  const made = accounts.find((account) => account.id === id);
  if (made) return done({ id, use: "found", misfits: {} });
  if (settings.accountNotFound === "ask")
    return failed(
      failureWithDetail("inbound.accountNotFound", `${customer.name}, postal code ${customer.postalCode || "unknown"}`),
    );
  const account = await ports.inbound.makeAccount(id, wish, customer, settings);
  return account.kind === "failed" ? account : done({ id, use: "made", misfits: account.value });
};

const findContact = async (
  ports: EnginePorts,
  accountId: string,
  person: Person | null | undefined,
  { owner, settings }: CustomerWish,
): Promise<Outcome<{ id: string | null; misfits: Misfits }>> => {
  if (!person || (person.email === "" && person.lastName === "")) return done({ id: null, misfits: {} });
  const found = person.email === "" ? done(null) : await ports.inbound.findContact(accountId, person.email);
  if (found.kind === "failed") return found;
  if (found.value !== null) return done({ id: found.value, misfits: {} });
  const who = person.email === "" ? `${person.firstName}\n${person.lastName}` : person.email;
  const id = toDerivedGuid(await ports.digest.sha256(`contact ${accountId}\n${who.toLowerCase()}`));
  const contact = await ports.inbound.makeContact(id, accountId, person, owner, settings);
  return contact.kind === "failed" ? contact : done({ id, misfits: contact.value });
};

/** Finds or makes the customer's account and contact; a customer that may be several accounts is asked about. */
export const matchCustomer = async (ports: EnginePorts, wish: CustomerWish): Promise<Outcome<MatchedCustomer>> => {
  const customer = readCustomer(wish.referral);
  if (customer.name === "") return done({ accountId: null, contactId: null, account: "none", misfits: {} });
  const account = await findAccount(ports, customer, wish);
  if (account.kind === "failed") return account;
  const { id: accountId, use } = account.value;
  const contact = await findContact(ports, accountId, wish.values.contact, wish);
  if (contact.kind === "failed") return contact;
  const misfits = { ...account.value.misfits, ...contact.value.misfits };
  return done({ accountId, contactId: contact.value.id, account: use, misfits });
};
