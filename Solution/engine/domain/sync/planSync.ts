import { auditFacts, type AuditFact } from "../audit/auditFacts";
import { dayOf } from "../values/calendarDay";
import { doubtSince } from "../link/doubtSince";
import { isBlocking, type Finding } from "../validation/Finding";
import { msBetween, type Instant } from "../values/instant";
import { emptyLinkState, type Attempt, type Link, type LinkState } from "../link/Link";
import { toReferralValues, type ReferralValues } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import { isOpen, type DealRecord } from "../opportunity/DealRecord";
import { hasMarkAfter } from "../opportunity/toOpportunityChanges";
import { settleDifferences } from "../merge/reconcile";
import { toFixedLabels, visibilityPath } from "../referral/referralPatch";
import { sameJson } from "../values/sameJson";
import { statusOf } from "./statusOf";
import { isClosed, stepsOf } from "./stepsOf";
import type { FieldMap } from "../mapping/fieldMap";
import type { SyncPlan } from "./SyncPlan";
import type { SyncTrigger } from "./SyncTrigger";
import { toStatusFacts } from "./toStatusFacts";
import { validateReferral } from "../validation/validateReferral";

/** All that a plan depends on. */
export interface PlanFacts {
  opportunity: Opportunity;
  record: DealRecord;
  link: Link | null;
  trigger: SyncTrigger;
  outboundEnabled: boolean;
  /** The check mark is to be part of the name. */
  writesMark: boolean;
  fieldMap: FieldMap;
  now: Instant;
}

/** The form's call and the step of the same save come this close together; the later one takes the earlier one's failure. */
export const sameSaveMs = 10_000;

const isLeased = (link: Link | null, now: Instant): boolean =>
  link !== null && link.leaseOwner !== null && link.leaseExpiresOn !== null && msBetween(now, link.leaseExpiresOn) > 0;

const findingsOf = (
  { opportunity, record, fieldMap, now }: PlanFacts,
  state: LinkState,
  wanted: ReferralValues,
): Finding[] => {
  if (!record.isSyncOn || isClosed(state)) return [];
  const agreed = state.memory.values;
  const shared = { isVisible: agreed[visibilityPath] === true, fixed: toFixedLabels(wanted, agreed, fieldMap) };
  return validateReferral({
    opportunity,
    isOpen: isOpen(record),
    today: dayOf(now),
    shared: state.referralId === null ? null : shared,
  });
};

/** Whether the last failure stands: nothing changed since, and it is too early, or nobody asked anew. */
const mustWait = (attempt: Attempt | null, wanted: ReferralValues, { trigger, now }: PlanFacts): boolean => {
  if (attempt === null) return false;
  if (attempt.notBefore !== null && msBetween(now, attempt.notBefore) > 0) return true;
  if (!sameJson(attempt.values, wanted)) return false;
  return trigger !== "person" || msBetween(attempt.on, now) < sameSaveMs;
};

type Ground = Pick<SyncPlan, "findings" | "wanted" | "state">;

/** Nothing to tell; a check mark that has to come or go is still noted in the link. */
const rest = (ground: Ground, { link, writesMark }: PlanFacts): SyncPlan => {
  const hasMark = hasMarkAfter(ground.state.status, writesMark);
  const isNoted = link === null || link.memory.hasMark === hasMark;
  return isNoted ? { ...ground, kind: "idle" } : { ...ground, kind: "record", facts: [] };
};

/** Tells once what kept the opportunity from being sent: again only after it had another status in between. */
const tell = (ground: Ground, facts: PlanFacts, fact: AuditFact): SyncPlan =>
  (facts.record.status ?? "notShared") === ground.state.status
    ? rest(ground, facts)
    : { ...ground, kind: "record", facts: [fact] };

const planBlocked = (ground: Ground, facts: PlanFacts, blocking: readonly Finding[]): SyncPlan => {
  const findings = blocking.map(({ code }) => code);
  const isKnown = facts.record.status === "blocked" && sameJson(findings, facts.link?.memory.findings ?? []);
  const state = { ...ground.state, memory: { ...ground.state.memory, findings } };
  if (isKnown) return rest({ ...ground, state }, facts);
  return { ...ground, state, kind: "record", facts: [auditFacts.sendingBlocked(blocking)] };
};

/** The seller took back what could not be sent: the failed attempt is over. */
const planForgotten = ({ state, ...ground }: Ground): SyncPlan => ({
  ...ground,
  state: { ...state, failureCode: null, memory: { ...state.memory, attempt: null } },
  kind: "record",
  facts: [],
});

/** Decides what a run has to do: a pure function of what was loaded. */
export const planSync = (facts: PlanFacts): SyncPlan => {
  const { opportunity, record, link, fieldMap, now } = facts;
  const wanted = toReferralValues(opportunity, fieldMap);
  const before: LinkState = link ?? emptyLinkState;
  const memory = { ...before.memory, ...settleDifferences(before.memory, wanted), doubtSince: doubtSince(link) };
  const settled = { ...before, memory };
  const findings = findingsOf(facts, settled, wanted);
  const blocking = findings.filter(isBlocking);
  const steps = record.isSyncOn ? stepsOf(opportunity, settled, wanted, fieldMap) : [];
  const { isSyncOn } = record;
  const statusFacts = toStatusFacts(settled, {
    isSyncOn,
    blockingFindings: blocking.length,
    changesHere: steps.length,
  });
  const status = statusOf({ ...statusFacts, isBeingSent: isLeased(link, now) });
  const ground: Ground = { findings, wanted, state: { ...settled, status } };

  if (status === "sending") return { ...ground, kind: "idle" };
  if (status === "closed") return rest(ground, facts);
  if (!isSyncOn) return tell(ground, facts, auditFacts.syncTurnedOff(settled.referralId !== null));
  if (blocking.length > 0) return planBlocked(ground, facts, blocking);
  if (steps.length === 0 && settled.memory.attempt !== null) return planForgotten(ground);
  if (steps.length === 0 || !isOpen(record)) return rest(ground, facts);
  if (!facts.outboundEnabled) return tell(ground, facts, auditFacts.outboundPaused());
  if (mustWait(settled.memory.attempt, wanted, facts)) return rest(ground, facts);
  return { ...ground, kind: "send", steps };
};
