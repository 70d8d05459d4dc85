import { auditFacts, type AuditFact } from "../audit/auditFacts";
import { dayOf } from "../values/calendarDay";
import { failureKind } from "../failure/failureKinds";
import { isBlocking, toFinding, type Finding } from "../validation/Finding";
import { msBetween } from "../values/instant";
import { hasWavered } from "../link/inFlight";
import { isLeased, wasInterrupted } from "../link/lease";
import { emptyLinkState, type Attempt, type LinkState } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { isOpen, type SyncRecord } from "../opportunity/SyncRecord";
import type { Opportunity } from "../opportunity/Opportunity";
import { hasMarkAfter } from "../opportunity/toOpportunityChanges";
import { withMemory, type Merge, type MergeRules } from "../merge/Merge";
import { isOwnOf } from "../merge/mergeReferral";
import { unsentOf } from "../merge/noteTooLate";
import { hasLeft } from "../merge/retryRefused";
import { isAbsent } from "../referral/isAbsent";
import { toFixedLabels, visibilityPath } from "../referral/referralPatch";
import { sameJson } from "../values/sameJson";
import type { Json } from "../values/Json";
import { mergeDeal, type DealFacts } from "./mergeDeal";
import { noteOutcome } from "./noteOutcome";
import { statusOf } from "./statusOf";
import { isClosed, isOffered, stepsOf } from "./stepsOf";
import type { SyncPlan, SyncStep } from "./SyncPlan";
import type { SyncTrigger } from "./SyncTrigger";
import { toStatusFacts } from "./toStatusFacts";
import type { NamedColumns } from "../validation/ReferralDraft";
import { validateReferral } from "../validation/validateReferral";

/** All that a plan depends on. */
export interface PlanFacts extends DealFacts {
  trigger: SyncTrigger;
  outboundEnabled: boolean;
  /** Columns that settings name; findings lead to them. */
  columns: NamedColumns;
  /** The check mark is to be part of the name. */
  writesMark: boolean;
  rules: MergeRules;
}

/** The form's call and the step of the same save come this close together; the later one takes the earlier one's failure. */
export const sameSaveMs = 10_000;

/** A country may be a choice or a name: what counts is the code that the map makes of it. */
const withCountryCode = (opportunity: Opportunity, wanted: ReferralValues): Opportunity => {
  const code = wanted["/customerProfile/address/country"];
  const { customer } = opportunity;
  return customer && typeof code === "string"
    ? { ...opportunity, customer: { ...customer, country: code } }
    : opportunity;
};

const findingsOfClosed = (
  record: SyncRecord,
  merge: Pick<Merge, "state" | "wanted">,
  { fieldMap }: MergeRules,
): Finding[] => {
  const unsent = unsentOf(merge, fieldMap).map(({ label }) => label);
  return [
    ...(merge.state.memory.outcomeHere !== null && isOpen(record) ? [toFinding("reopenedHere")] : []),
    ...(unsent.length > 0 ? [toFinding("changedTooLate", { details: unsent.join(", ") })] : []),
  ];
};

/** What is missing in a deal that stands like this, or worth knowing. */
export const findingsOf = (
  record: SyncRecord,
  { opportunity, state, wanted }: Pick<Merge, "opportunity" | "state" | "wanted">,
  rules: MergeRules,
  columns: NamedColumns,
): Finding[] => {
  if (!record.isSyncOn) return [];
  if (isClosed(state)) return findingsOfClosed(record, { state, wanted }, rules);
  // A lead is offered by Microsoft or not there at all: nothing of it is ours to complete.
  if (record.table === "lead") return [];
  const agreed = state.memory.values;
  const isShared = state.referralId !== null;
  const shared = { isVisible: agreed[visibilityPath] === true, fixed: toFixedLabels(wanted, agreed, rules.fieldMap) };
  return validateReferral({
    opportunity: withCountryCode(opportunity, wanted),
    columns,
    // A shared deal that is closed here is about to be closed there.
    isOpen: isShared || isOpen(record),
    today: dayOf(rules.now),
    shared: isShared ? shared : null,
  });
};

/** Whether a person asked for something after the last failure: by a button, or by a save that is not the failed one's own. */
const isByPerson = (attempt: Attempt, { trigger, answer, decisions, rules: { now } }: PlanFacts): boolean =>
  trigger === "person" && (answer !== null || decisions.length > 0 || msBetween(attempt.on, now) >= sameSaveMs);

/** Whether the last failure stands: nothing changed since, and it is too early, or nobody asked anew. */
const isInBackoff = (attempt: Attempt | null, wanted: ReferralValues, facts: PlanFacts): boolean => {
  if (attempt === null) return false;
  if (attempt.notBefore !== null && msBetween(facts.rules.now, attempt.notBefore) > 0) return true;
  if (!sameJson(attempt.values, wanted) || facts.trigger === "maintenance") return false;
  return !isByPerson(attempt, facts);
};

/** Whether somebody wants the last failure to be tried again, though its time has not come: a replay, or another save. */
const isManualRetry = (attempt: Attempt | null, facts: PlanFacts): boolean => {
  if (attempt === null || (attempt.notBefore !== null && msBetween(facts.rules.now, attempt.notBefore) > 0))
    return false;
  return facts.trigger === "maintenance" || isByPerson(attempt, facts);
};

type PlanBase = Pick<SyncPlan, "findings" | "merge">;

const withState = (ground: PlanBase, state: LinkState): PlanBase => ({ ...ground, merge: { ...ground.merge, state } });

/** What merging can change of a link; when a doubt began is not news. */
const mergedPart = ({ memory, ...state }: LinkState): Json => ({
  referralId: state.referralId,
  engagementId: state.engagementId,
  microsoftReferralId: state.microsoftReferralId,
  eTag: state.eTag,
  microsoftETag: state.microsoftETag,
  changedThereOn: state.changedThereOn,
  memory: { ...memory, doubtSince: null },
});

/** Whether a referral of the deal turned up that the link did not know. */
const isPairedAnew = ({ state }: Merge, link: PlanFacts["link"]): boolean =>
  state.referralId !== (link?.referralId ?? null) || state.microsoftReferralId !== (link?.microsoftReferralId ?? null);

/** Whether merging brought anything that has to be stored. */
const hasChanges = ({ merge }: PlanBase, { link, record, rules }: PlanFacts): boolean => {
  if (!record.isSyncOn) return isPairedAnew(merge, link);
  const { merge: after, closing } = noteOutcome(merge, record, rules.now);
  if (closing !== null && rules.inboundEnabled && merge.state.memory.attempt === null) return true;
  if (after.taken.length + after.conflicts.length + after.facts.length > 0) return true;
  return !sameJson(mergedPart(link ?? emptyLinkState), mergedPart(after.state));
};

/** Whether the link has to be stored though the deal stands as before. */
const needsSave = ({ merge }: PlanBase, { link, writesMark, rules }: PlanFacts): boolean => {
  if (link === null) return false;
  const { hasMark, untold } = link.memory;
  const isNoted = hasMark === hasMarkAfter(merge.state.status, writesMark);
  return !isNoted || link.status !== merge.state.status || untold.length > 0 || wasInterrupted(link, rules.now);
};

/** Nothing to tell; what an earlier run left undone is made up for. */
const rest = (ground: PlanBase, facts: PlanFacts): SyncPlan =>
  needsSave(ground, facts) || hasChanges(ground, facts)
    ? { ...ground, kind: "record", facts: [] }
    : { ...ground, kind: "idle" };

/** Tells once what kept the opportunity from being sent: again only after it had another status in between. */
const tell = (ground: PlanBase, facts: PlanFacts, fact: AuditFact): SyncPlan =>
  (facts.record.status ?? "notShared") === ground.merge.state.status
    ? rest(ground, facts)
    : { ...ground, kind: "record", facts: [fact] };

/** The seller took back what could not be sent: the failed attempt is over. */
const planForgotten = (ground: PlanBase): SyncPlan => {
  const { state } = ground.merge;
  const forgotten = { ...state, failureCode: null, memory: { ...state.memory, attempt: null } };
  return { ...withState(ground, forgotten), kind: "record", facts: [] };
};

/** Sync is off: nobody waits for an attempt that failed, nor for the message that would try again. */
const planOff = (ground: PlanBase, facts: PlanFacts): SyncPlan => {
  const told = tell(ground, facts, auditFacts.syncTurnedOff(ground.merge.state.referralId !== null));
  if (ground.merge.state.memory.attempt === null) return told;
  return { ...planForgotten(ground), kind: "record", facts: told.kind === "record" ? told.facts : [] };
};

/** Nothing to send: an attempt that failed is over, unless values of Partner Center still wait for the next one. */
const planNothing = (ground: PlanBase, facts: PlanFacts): SyncPlan => {
  const { merge } = ground;
  const isSeen = facts.seen.some((referral) => isOwnOf(merge.state, referral));
  const isStillMissing = isAbsent(merge.state.memory.attempt?.code ?? "") && !isSeen;
  if (isStillMissing) return rest(ground, facts);
  const isOver = merge.state.memory.attempt === null || merge.taken.length > 0 || hasLeft(merge, facts.rules);
  return isOver ? rest(ground, facts) : planForgotten(ground);
};

/** What is missing stands before an attempt that failed: nobody waits for that one any more. */
const planBlocked = (ground: PlanBase, facts: PlanFacts, blocking: readonly Finding[]): SyncPlan => {
  const findings = blocking.map(({ code }) => code);
  const isKnown =
    facts.record.status === ground.merge.state.status && sameJson(findings, facts.link?.memory.findings ?? []);
  const { state } = ground.merge;
  const noted = withState(ground, { ...state, memory: { ...state.memory, findings } });
  const { attempt } = state.memory;
  if (isKnown) return isInBackoff(attempt, ground.merge.wanted, facts) ? rest(noted, facts) : planNothing(noted, facts);
  return { ...noted, kind: "record", facts: [auditFacts.sendingBlocked(blocking)] };
};

/** Whether an attempt that nobody answered may have written other values, and nobody has looked since. */
const isUnheard = ({ state }: Merge, { seen }: PlanFacts): boolean => {
  const { memory } = state;
  const { attempt } = memory;
  if (attempt === null || failureKind(attempt.code).mayHaveHappened !== true) return false;
  const mayDiffer = memory.inFlight.some((sent) => Object.keys(sent).some((path) => hasWavered(memory, path)));
  return mayDiffer && !seen.some((referral) => isOwnOf(state, referral));
};

/** What is left to be written; where that is nothing for all was typed back, one looks whether what was typed before has arrived. */
const stepsFor = (
  merge: Merge,
  facts: PlanFacts,
  isComplete: boolean,
): { merge: Merge; steps: readonly SyncStep[] } => {
  const { record, rules } = facts;
  const stepsAfter = (one: Merge): readonly SyncStep[] =>
    stepsOf({ ...one, deal: record, isComplete, fieldMap: rules.fieldMap });
  // Leads come from Partner Center; none is ever shared from here.
  const maySend = record.isSyncOn && (record.table === "opportunity" || merge.state.referralId !== null);
  const steps = maySend ? stepsAfter(merge) : [];
  if (!maySend || steps.length > 0 || !isUnheard(merge, facts)) return { merge, steps };
  const looking = withMemory(merge, { unseen: "runWasStopped" });
  return { merge: looking, steps: stepsAfter(looking) };
};

/** Decides what a run has to do: a pure function of what was loaded and seen. */
export const planSync = (facts: PlanFacts): SyncPlan => {
  const { record, link, rules } = facts;
  const merged = mergeDeal(facts, rules, isManualRetry(link?.memory.attempt ?? null, facts));
  const findings = findingsOf(record, merged, rules, facts.columns);
  const blocking = findings.filter(isBlocking);
  const isComplete = blocking.length === 0;
  const { isSyncOn } = record;
  const { merge, steps } = stepsFor(merged, facts, isComplete);
  const statusFacts = toStatusFacts(merge.state, merge.wanted, {
    isSyncOn,
    isPaused: !facts.outboundEnabled,
    blockingFindings: blocking.length,
    changesHere: steps.length,
  });
  const isHeld = link !== null && isLeased(link, rules.now);
  const status = statusOf({ ...statusFacts, isBeingSent: isHeld });
  const ground: PlanBase = withState({ findings, merge }, { ...merge.state, status });
  const { attempt } = merge.state.memory;

  // Whatever a deal's status is, only one run writes its link.
  if (isHeld) return { ...withState(ground, { ...merge.state, status: "sending" }), kind: "idle" };
  if (!isSyncOn && status !== "closed") return planOff(ground, facts);
  // Nothing but its registration is ever sent of a closed deal.
  if (isClosed(merge.state) && steps.length === 0) {
    const isRetried = isSyncOn && attempt !== null && !isInBackoff(attempt, merge.wanted, facts);
    return isRetried ? { ...ground, kind: "record", facts: [] } : rest(ground, facts);
  }
  // What is missing in a deal that is only offered is asked for when it is taken on.
  if (steps.length === 0 && !isComplete && !isOffered(merge.state)) return planBlocked(ground, facts, blocking);
  if (steps.length === 0) return planNothing(ground, facts);
  if (!facts.outboundEnabled) return tell(ground, facts, auditFacts.outboundPaused());
  if (isInBackoff(attempt, merge.wanted, facts)) return rest(ground, facts);
  return { ...ground, kind: "send", steps };
};
