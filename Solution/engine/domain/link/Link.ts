import type { AuditFact } from "../audit/auditFacts";
import type { Misfit } from "../columns/Misfit";
import type { FailureAbout } from "../failure/FailureAbout";
import type { CalendarDay } from "../values/calendarDay";
import type { Instant } from "../values/instant";
import type { Json } from "../values/Json";
import type { ReferralValues } from "../mapping/mapReferral";
import type { DealTable } from "../opportunity/SyncRecord";
import type { ReferralState } from "../referral/Referral";
import type { KnownRegistration } from "../dealRegistration/KnownRegistration";
import type { Answer } from "../sync/Answer";
import type { SyncStatus } from "../sync/syncStatus";

/**
 * A value that was changed in Partner Center and that Dynamics 365 did not take over: it was changed here, too, or there is no
 * place for it. It stays until both sides are equal, somebody decides, or the seller types another value after having seen it.
 */
export type Difference = {
  here: Json;
  there: Json;
  /** Whose referral holds it. */
  side: "own" | "microsoft";
  /** Of its conflict row. */
  key: string;
  /** Why Dynamics 365 does not hold the value; shortened, it holds the beginning. Absent where it could. */
  misfit?: Misfit;
  /** Dynamics 365 was told the value and held another one afterwards: it is not told again by itself. */
  isUntaken?: boolean;
  /** What was agreed when it was found; present where the link holds another base by now. */
  agreed?: Json;
};

/** A value that came from Partner Center a short while ago. */
export type Arrival = {
  value: Json;
  /** What Dynamics 365 held before. */
  before: Json;
  on: Instant;
};

/** The last attempt that failed; what it wanted to send tells a new edit from a second run of the same save. */
export type Attempt = {
  values: ReferralValues;
  on: Instant;
  code: string;
  /** Failed attempts in a row. */
  count: number;
  /** Not tried again before a person does something. */
  isParked: boolean;
  /** When the connector tries again by itself; null while parked, absent in links of the first version. */
  nextOn?: Instant | null;
  /** What it was about, where that is known. */
  about?: FailureAbout;
  /** Not to be undercut, whoever asks: the other side said so. */
  notBefore: Instant | null;
};

/** What a link remembers beyond its columns; the JSON of Last Agreed Values. */
export type LinkMemory = {
  /** Values that both sides agreed on last, by place in the referral: the merge base. Empty before the first. */
  values: ReferralValues;
  /** Values last seen on Microsoft's referral of the same engagement; empty before it was seen. */
  microsoftValues: ReferralValues;
  /** Values sent to the own referral since, by place: on Microsoft's referral, which may follow later, they are nobody's edit. */
  microsoftEchoes: Readonly<Record<string, readonly Json[]>>;
  /** Lists of people as Partner Center holds them: members that Dynamics 365 does not know stay when a list is replaced. */
  lists: Readonly<Record<string, readonly Json[]>>;
  differences: Readonly<Record<string, Difference>>;
  /** Values that came from Partner Center lately, by place: whoever types over one may not have seen it. */
  arrivals: Readonly<Record<string, Arrival>>;
  /**
   * Why Partner Center may hold what this link was never told, so that one looks before anything else: sync was off, a column was
   * missing that settings name, the link came from a lead, which knows less, or only the trail of a run that was stopped told of
   * the own referral or Microsoft's. Null where there is no such reason.
   */
  unseen: "syncWasOff" | "columnWasMissing" | "movedFromLead" | "runWasStopped" | null;
  own: ReferralState | null;
  microsoft: ReferralState | null;
  /** Microsoft's own number of the deal; empty before Microsoft accepts. */
  microsoftCrmIdentifier: string;
  /** Codes of the blocking findings recorded last. */
  findings: readonly string[];
  attempt: Attempt | null;
  /** Values that runs without an end may have sent: found at Partner Center, they are nobody's edit but our own. */
  inFlight: readonly ReferralValues[];
  /** An own referral may exist since then that nobody has looked for yet; see `doubtSince`. */
  doubtSince: Instant | null;
  /** The seller's answer that Partner Center has not taken yet. */
  answer: Answer | null;
  /** How the closed deal ended in Dynamics 365; null while that is not known, or while the referral is not closed. */
  outcomeHere: "won" | "lost" | "reopened" | null;
  /** Values of Dynamics 365 that a closed referral takes no more, as they were told last, by place. */
  tooLate: ReferralValues;
  /** Null: the deal is not won, nobody registers anything, or it has not been seen since. */
  registration: KnownRegistration | null;
  /** Why the won deal is not registered, or not corrected, as it was told last. */
  registrationHeld: readonly string[];
  /** Hash of the Audit column as it was written last; null before the first time. */
  trailHash: number | null;
  /** Facts that the trail refused; the next run tells them first. */
  untold: readonly AuditFact[];
  /** Places in the referral that the company maps in a way of its own; the form can't tell what counts there. */
  customizedPaths: readonly string[];
  /** The connector wrote a check mark into the name, so it may take it out again. */
  hasMark: boolean;
  /** The record that a person took the referral off: nothing brings it in again by itself. Null where nobody did. */
  takenOff: TakenOff | null;
};

/** Who took a referral off which record. */
export type TakenOff = { table: DealTable; recordId: string; by: string; on: Instant };

/** The pairing of an opportunity with its referrals. */
export interface Link {
  id: string;
  rowVersion: string;
  /** The lead that this link is still about while the opportunity made from it takes it over; else null. */
  leadId: string | null;
  referralId: string | null;
  engagementId: string | null;
  microsoftReferralId: string | null;
  /** With its inner double quotes. */
  eTag: string | null;
  microsoftETag: string | null;
  memory: LinkMemory;
  status: SyncStatus;
  failureCode: string | null;
  /** When the answer that somebody owes is due; null where nobody owes one. */
  answerDueOn: Instant | null;
  /** Newest change of any referral of this deal that was seen. */
  changedThereOn: Instant | null;
  /** Requests to Partner Center for this link on `callDay`, a day in UTC; empty before the first. */
  callDay: CalendarDay;
  callCount: number;
  leaseOwner: string | null;
  leaseExpiresOn: Instant | null;
  /** Number and hash of the newest audit entry; 0 and empty before the first. */
  auditSequence: number;
  auditHash: string;
}

export const emptyMemory: LinkMemory = {
  values: {},
  microsoftValues: {},
  microsoftEchoes: {},
  lists: {},
  differences: {},
  arrivals: {},
  unseen: null,
  own: null,
  microsoft: null,
  microsoftCrmIdentifier: "",
  findings: [],
  attempt: null,
  inFlight: [],
  doubtSince: null,
  answer: null,
  outcomeHere: null,
  tooLate: {},
  registration: null,
  registrationHeld: [],
  trailHash: null,
  untold: [],
  customizedPaths: [],
  hasMark: false,
  takenOff: null,
};

/** The part of a link that a run changes. */
export type LinkState = Omit<Link, "id" | "rowVersion" | "leaseOwner" | "leaseExpiresOn" | "leadId">;

export const emptyLinkState: LinkState = {
  referralId: null,
  engagementId: null,
  microsoftReferralId: null,
  eTag: null,
  microsoftETag: null,
  memory: emptyMemory,
  status: "notShared",
  failureCode: null,
  answerDueOn: null,
  changedThereOn: null,
  callDay: "",
  callCount: 0,
  auditSequence: 0,
  auditHash: "",
};

/** Reads Last Agreed Values. Throws for text that is no JSON: guessing here would overwrite somebody's values. */
export const parseLinkMemory = (text: string): LinkMemory =>
  text === "" ? emptyMemory : { ...emptyMemory, ...(JSON.parse(text) as Partial<LinkMemory>) };

export const printLinkMemory = (memory: LinkMemory): string => JSON.stringify(memory);
