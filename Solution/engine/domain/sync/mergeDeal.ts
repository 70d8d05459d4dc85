import { auditFacts } from "../audit/auditFacts";
import { doubtSince } from "../link/doubtSince";
import { emptyLinkState, type Link, type LinkMemory, type LinkState } from "../link/Link";
import { withWholeAmounts } from "../merge/withWholeAmounts";
import { leadIsOver } from "../merge/adoptReferral";
import { applyDecisions } from "../merge/applyDecisions";
import { noteHeld } from "../dealRegistration/noteRegistration";
import { canApply } from "../merge/canApply";
import type { Decision } from "../merge/Decision";
import { describeMerge } from "../merge/describeMerge";
import { startMerge, withMemory, type Merge, type MergeRules } from "../merge/Merge";
import { endDifference, noteConflict, take } from "../merge/mergeField";
import { mergeReferral, pairReferral } from "../merge/mergeReferral";
import { holdVisibility } from "../merge/holdVisibility";
import { noteOverwritten } from "../merge/noteOverwritten";
import { noteTooLate } from "../merge/noteTooLate";
import { settleDifferences } from "../merge/settleDifferences";
import { retryRefused } from "../merge/retryRefused";
import type { SyncRecord } from "../opportunity/SyncRecord";
import type { Opportunity } from "../opportunity/Opportunity";
import type { Referral } from "../referral/Referral";
import { isEmptyJson } from "../values/isEmptyJson";
import { sameJson } from "../values/sameJson";
import type { Answer } from "./Answer";
import { isClosed, isOffered } from "./stepsOf";

/** All that is known about both sides before anything is sent. */
export interface DealFacts {
  opportunity: Opportunity;
  record: SyncRecord;
  link: Link | null;
  seen: readonly Referral[];
  answer: Answer | null;
  decisions: readonly Decision[];
}

/** An opportunity made from a lead holds little of what the lead's referral does: nobody has emptied those fields. */
const fillFromReferral = (merge: Merge, leadId: string, { fieldMap, columns, now }: MergeRules): Merge => {
  const filled = fieldMap.reduce((taken, row) => {
    const value = taken.state.memory.values[row.referral] ?? null;
    const isOpen = isEmptyJson(taken.wanted[row.referral] ?? null) && !isEmptyJson(value);
    return isOpen && canApply(row, value, taken.opportunity, columns)
      ? take(endDifference(taken, row, leadIsOver, now), { row, value, side: "own" }, fieldMap)
      : taken;
  }, merge);
  return { ...filled, facts: [auditFacts.movedFromLead(leadId), ...describeMerge(merge, filled, fieldMap)] };
};

/** Whether nobody waits for that answer any more. */
const isObsolete = ({ kind }: Answer, state: LinkState): boolean => {
  if (state.referralId === null || isClosed(state)) return true;
  return (kind === "accept" || kind === "decline") && !isOffered(state);
};

const noteAnswer = (merge: Merge, asked: Answer | null): Merge => {
  // One that comes too late takes no other's place.
  const answer =
    [asked, merge.state.memory.answer].find((one) => one !== null && !isObsolete(one, merge.state)) ?? null;
  return withMemory(merge, { answer });
};

/** A step of the merge, with the facts it brings. */
const described = (before: Merge, after: Merge, { fieldMap }: MergeRules): Merge => ({
  ...after,
  facts: [...after.facts, ...describeMerge(before, after, fieldMap)],
});

/** Why the referral has to be looked at before anything is made of this link. */
const unseenOf = (link: Link | null): LinkMemory["unseen"] => {
  if (link === null) return null;
  const isShared = link.referralId !== null;
  if (isShared && link.leadId !== null) return "movedFromLead";
  return link.memory.unseen ?? (isShared && link.status === "notShared" ? "syncWasOff" : null);
};

/** Conflicts of the lead that are still open are the opportunity's from now on: their rows, known by their keys, say so. */
const moveConflicts = (merge: Merge, link: Link | null, { fieldMap, now }: MergeRules): Merge => {
  const { differences, values } = merge.state.memory;
  if (unseenOf(link) !== "movedFromLead") return merge;
  return fieldMap.reduce((moved, row) => {
    const difference = differences[row.referral];
    if (difference === undefined || sameJson(difference.here, values[row.referral])) return moved;
    const isNoted = moved.conflicts.some(({ key }) => key === difference.key);
    return isNoted ? moved : noteConflict(moved, row, difference.there, null, now);
  }, merge);
};

/** An opportunity that goes on with a lead's referral. How the lead was closed says nothing about it. */
const takeOverFromLead = (merge: Merge, link: Link | null, rules: MergeRules): Merge => {
  if (merge.state.memory.unseen !== "movedFromLead") return merge;
  const moved = withMemory(merge, { outcomeHere: null });
  const leadId = link?.leadId ?? null;
  return leadId === null ? moved : fillFromReferral(moved, leadId, rules);
};

/** Brings Dynamics 365, the own referral and Microsoft's together; `isAskedFor`: what failed is to be tried again now. */
export const mergeDeal = (
  { link, opportunity, record, ...facts }: DealFacts,
  rules: MergeRules,
  isAskedFor: boolean,
): Merge => {
  const state: LinkState = link ?? emptyLinkState;
  const known = { ...state, memory: { ...state.memory, doubtSince: doubtSince(link) } };
  const start = startMerge(opportunity, known, rules.fieldMap);
  if (!record.isSyncOn) return facts.seen.reduce((merge, referral) => pairReferral(merge, referral, rules), start);
  const filled = takeOverFromLead(withMemory(start, { unseen: unseenOf(link) }), link, rules);
  const noted = described(filled, noteOverwritten(filled, rules), rules);
  const settled = described(noted, settleDifferences(noted, rules), rules);
  const taken = described(
    settled,
    withWholeAmounts(settled, rules, (merge, by) => retryRefused(merge, by, isAskedFor)),
    rules,
  );
  const merged = facts.seen.reduce((merge, referral) => mergeReferral(merge, referral, rules), taken);
  const decided = holdVisibility(described(merged, applyDecisions(merged, facts.decisions, rules), rules), rules);
  const moved = moveConflicts(decided, link, rules);
  return noteHeld(noteTooLate(noteAnswer(moved, facts.answer), rules), record, rules);
};
