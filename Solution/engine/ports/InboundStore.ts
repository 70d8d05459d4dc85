import type { AccountCandidate, InboundCustomer } from "../domain/account/matchAccount";
import type { AuditEntry } from "../domain/audit/AuditEntry";
import type { Misfit } from "../domain/columns/Misfit";
import type { Failure } from "../domain/failure/Failure";
import type { Outcome } from "../domain/failure/Outcome";
import type { LinkMemory } from "../domain/link/Link";
import type { DealTable } from "../domain/opportunity/SyncRecord";
import type { Opportunity, Person } from "../domain/opportunity/Opportunity";
import type { Referral } from "../domain/referral/Referral";
import type { SyncSettings } from "../domain/sync/SyncSettings";
import type { Instant } from "../domain/values/instant";

/** A link, as far as it tells whose a referral is and what was seen of it. */
export interface LinkedReferral {
  linkId: string;
  /** Null: not made yet, or deleted in Dynamics 365. */
  deal: { table: DealTable; id: string } | null;
  rowVersion: string;
  /** A run has come to an end with it; before that, whoever holds the lease is making its record. */
  isConcluded: boolean;
  leaseExpiresOn: Instant;
  referralId: string | null;
  eTag: string | null;
  microsoftReferralId: string | null;
  microsoftETag: string | null;
  memory: LinkMemory;
}

/** Own or Microsoft's referral by its id, or any of an engagement; or the link itself. */
export type LinkSearch =
  | { kind: "link"; linkId: string }
  | { kind: "referral"; referralId: string }
  | { kind: "engagement"; engagementId: string };

/** What columns of a record that was made could not hold, by `table.column`; empty for a record that was there. */
export type Misfits = Readonly<Record<string, Misfit>>;

/** Who owns what the connector makes. */
export interface InboundOwner {
  id: string;
  table: "systemuser" | "team";
}

/** A link that is about to get its record. */
export interface BegunLink {
  referralId: string;
  engagementId: string;
  /** For people. */
  name: string;
}

/** A record to be made of a referral, under an id that the referral gives it. */
export interface NewDeal {
  table: DealTable;
  id: string;
  /** As the field map reads them. */
  values: Partial<Opportunity>;
  accountId: string | null;
  contactId: string | null;
  /** Id of the currency of the amount; null where it has none, or none that Dynamics 365 uses. */
  currencyId: string | null;
  owner: InboundOwner;
  referral: Referral;
  /** Page of the referral. */
  referralLink: string;
  audit: string;
}

/** Everything that becomes of a referral in Dataverse before the ordinary sync takes over. All with the rights of the system. */
export interface InboundStore {
  /** One query. */
  findLinks(search: LinkSearch): Promise<Outcome<readonly LinkedReferral[]>>;
  /** The table that holds a record of this id, opportunities first; null when neither does. At most two queries. */
  findDeal(id: string): Promise<Outcome<DealTable | null>>;
  /** Makes the link under its key on the referral: of all runs that do so at once one has begun. Waits for open transactions. */
  createLink(link: BegunLink): Promise<Outcome<{ isBegun: boolean; linkId: string }>>;
  /** Goes on where another run's lease has run out; false when somebody else was faster. One request. */
  resumeLink(link: Pick<LinkedReferral, "linkId" | "rowVersion">, leaseExpiresOn: Instant): Promise<Outcome<boolean>>;
  /** Gives the right back after the record could not be made, so that whoever tries again need not wait. One request. */
  releaseLink(linkId: string, now: Instant): Promise<Failure | null>;
  /** Ties the record to its link, which goes to the record's owner. One request. */
  linkRecord(linkId: string, deal: Pick<NewDeal, "table" | "id" | "referral" | "owner">): Promise<Failure | null>;
  /** Writes down what both sides hold and where the trail ends, and gives the lease back. One request. */
  completeLink(
    linkId: string,
    memory: LinkMemory,
    last: Pick<AuditEntry, "sequence" | "hash">,
  ): Promise<Failure | null>;
  /** Accounts that may be the customer; `isComplete` is false where there were too many to read. One query. */
  findAccounts(
    customer: InboundCustomer,
    settings: SyncSettings,
  ): Promise<Outcome<{ accounts: readonly AccountCandidate[]; isComplete: boolean }>>;
  /** Makes the account, unless there is one of this id; tells what its columns could not hold. */
  makeAccount(
    id: string,
    deal: Pick<NewDeal, "values" | "owner">,
    customer: InboundCustomer,
    settings: SyncSettings,
  ): Promise<Outcome<Misfits>>;
  /** The contact of an account by e-mail address; null when there is none. One query. */
  findContact(accountId: string, email: string): Promise<Outcome<string | null>>;
  /** Makes the contact, unless there is one of this id. */
  makeContact(
    id: string,
    accountId: string,
    person: Person,
    owner: InboundOwner,
    settings: SyncSettings,
  ): Promise<Outcome<Misfits>>;
  /** The owner of new records: a user's e-mail address, or the user of this request where it is empty; null for a stranger. */
  findOwner(email: string): Promise<Outcome<InboundOwner | null>>;
  /** Id of a currency by its ISO 4217 code; null where Dynamics 365 does not use it. */
  findCurrency(code: string): Promise<Outcome<string | null>>;
  /** Makes the record with sync off, unless there is one of this id. The Customize API sees it first. */
  createRecord(deal: NewDeal, settings: SyncSettings): Promise<Outcome<Misfits>>;
  /** Switches sync on for the record, and writes its trail; with a row version, only that version of it. One request. */
  switchOn(deal: Pick<NewDeal, "table" | "id" | "audit">, rowVersion?: string): Promise<Failure | null>;
  /** Marks a waiting or parked message about the referral as done, where there is one. */
  settleMessage(referralId: string): Promise<Failure | null>;
}
