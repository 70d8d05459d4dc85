import { extendTrail } from "../audit/extendTrail";
import { tellsOfLeaving, type AuditFact } from "../audit/auditFacts";
import { withCheckMark, withoutCheckMark, type CheckMark } from "./checkMark";
import type { Instant } from "../values/instant";
import type { LinkState } from "../link/Link";
import type { SyncRecord } from "./SyncRecord";
import type { SyncStatus } from "../sync/syncStatus";

/** Columns to set; absent ones stay as they are. */
export interface OpportunityChanges {
  name?: string;
  status?: SyncStatus;
  referralIdentifier?: string;
  referralLink?: string;
  microsoftCrmIdentifier?: string;
  /** Null: another record's. */
  lastSyncedOn?: Instant | null;
  audit?: string;
  /** When the answer that somebody owes is due. */
  answerDueOn?: Instant | null;
  isSyncOn?: true;
}

/** The mark each status puts before the name, for those who want it in the name itself. */
const marks: Readonly<Record<SyncStatus, CheckMark | null>> = {
  notShared: null,
  blocked: "failed",
  ready: null,
  queued: "failed",
  sending: null,
  waitingOnMicrosoft: "synced",
  inSync: "synced",
  changedHere: "synced",
  changedAtMicrosoft: "synced",
  conflict: "failed",
  needsAttention: "failed",
  closed: "synced",
};

const toName = ({ name }: SyncRecord, { status, memory }: LinkState, writesMark: boolean): string => {
  const mark = writesMark ? marks[status] : null;
  if (mark !== null) return withCheckMark(name, mark);
  // Only a mark of our own is taken out: somebody may have typed one.
  return memory.hasMark ? withoutCheckMark(name) : name;
};

/** Whether the name carries a mark of ours after `toOpportunityChanges`. */
export const hasMarkAfter = (status: SyncStatus, writesMark: boolean): boolean => writesMark && marks[status] !== null;

/** What a run wants the opportunity's own columns to be. */
export interface WantedRecord {
  state: LinkState;
  /** Page of the referral; empty while there is none. */
  referralLink: string;
  writesMark: boolean;
  /** Somebody asked for sync, or the row took a lead's referral over, and its sync with it. */
  turnsOn: boolean;
  facts: readonly AuditFact[];
  /** Partner Center took or confirmed something just now. */
  syncedOn: Instant | null;
  now: Instant;
}

/**
 * What the connector told of this very record so far: a copied record brings what was told of the original. One whose referral left it
 * has no link either, and goes on to tell why.
 */
const ownTrail = (
  { audit }: SyncRecord,
  { state: { auditSequence, memory }, facts }: Pick<WantedRecord, "state" | "facts">,
): string => {
  const isToldByLink = auditSequence > 0 || memory.untold.length > 0;
  return isToldByLink || (facts.length === 0 && tellsOfLeaving(audit)) ? audit : "";
};

/** The columns of the opportunity that differ from what they should be; none where all is well. */
export const toOpportunityChanges = (record: SyncRecord, wanted: WantedRecord): OpportunityChanges => {
  const { state, referralLink, facts, syncedOn, now } = wanted;
  const name = toName(record, state, wanted.writesMark);
  const identifier = state.referralId ?? "";
  const audit = extendTrail(ownTrail(record, wanted), facts, now);
  const isCopy = audit !== record.audit && ownTrail(record, wanted) !== record.audit;
  // A record without a referral keeps the number that somebody typed: by it, its referral is recognized.
  const mayBeKnown = state.referralId === null && !isCopy;
  const crmIdentifier = state.memory.microsoftCrmIdentifier || (mayBeKnown ? record.microsoftCrmIdentifier : "");
  return {
    ...(name === record.name ? {} : { name }),
    ...((record.status ?? "notShared") === state.status ? {} : { status: state.status }),
    ...(identifier === record.referralIdentifier ? {} : { referralIdentifier: identifier }),
    ...(referralLink === record.referralLink ? {} : { referralLink }),
    ...(crmIdentifier === record.microsoftCrmIdentifier ? {} : { microsoftCrmIdentifier: crmIdentifier }),
    ...(state.answerDueOn === record.answerDueOn ? {} : { answerDueOn: state.answerDueOn }),
    ...(wanted.turnsOn ? { isSyncOn: true } : {}),
    ...(syncedOn === null && !isCopy ? {} : { lastSyncedOn: syncedOn }),
    ...(facts.length === 0 && !isCopy && record.showsForeignAudit !== true ? {} : { audit }),
  };
};
