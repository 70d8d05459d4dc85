import { planRegistration } from "../dealRegistration/planRegistration";
import type { LinkState } from "../link/Link";
import type { FieldMap } from "../mapping/fieldMap";
import type { Merge } from "../merge/Merge";
import type { SyncRecord } from "../opportunity/SyncRecord";
import type { Opportunity } from "../opportunity/Opportunity";
import { toAnswerPatch } from "../referral/answerPatch";
import { toInvitation, toOwnReferral } from "../referral/referralBodies";
import { toPatch, visibilityPath, withOtherMembers } from "../referral/referralPatch";
import { otherReason } from "../response/closeReasons";
import type { Answer } from "./Answer";
import type { SyncStep } from "./SyncPlan";

export const isClosed = ({ memory }: Pick<LinkState, "memory">): boolean => memory.own?.status === "Closed";

/** Offered by Microsoft, and nobody has answered. */
export const isOffered = ({ memory }: Pick<LinkState, "memory">): boolean => memory.own?.status === "New";

/** Whether Partner Center has to be looked at before it is known what is left to be written. */
export const mustLook = ({ referralId, memory }: Pick<LinkState, "referralId" | "memory">): boolean =>
  referralId !== null && memory.unseen !== null;

/** All that decides what is left to be written. */
export interface StepFacts extends Pick<Merge, "opportunity" | "wanted" | "state"> {
  deal: Pick<SyncRecord, "table" | "state">;
  /** Nothing that Partner Center would refuse is missing; an answer goes without values as well. */
  isComplete: boolean;
  fieldMap: FieldMap;
}

/** What Microsoft’s sellers see they see for good, whatever was typed here since. */
const asAgreed = (opportunity: Opportunity, { memory }: Pick<LinkState, "memory">): Opportunity =>
  memory.values[visibilityPath] === true ? { ...opportunity, isVisible: true } : opportunity;

type Told = Pick<Answer, "kind" | "reason">;

/** What is to be said about an offered deal: a deal that was won was taken, one that was lost was not. */
const toOfferAnswer = ({ state, deal }: StepFacts): Told | null => {
  const { answer } = state.memory;
  if (answer?.kind === "accept" || answer?.kind === "won" || deal.state === "won")
    return { kind: "accept", reason: "" };
  if (answer !== null) return { kind: "decline", reason: answer.reason || otherReason };
  return deal.state === "lost" ? { kind: "decline", reason: otherReason } : null;
};

const toClosing = ({ state, deal }: StepFacts): Told | null => {
  const { answer } = state.memory;
  const kind = answer?.kind === "won" || answer?.kind === "lost" ? answer.kind : deal.state;
  if (kind === "open") return null;
  return { kind, reason: kind === "won" ? "" : answer?.reason || otherReason };
};

const update = ({ state, wanted, isComplete, fieldMap }: StepFacts, told: Told | null): SyncStep[] => {
  const values = isComplete && told?.kind !== "decline" ? toPatch(wanted, state.memory, fieldMap) : [];
  const patch = [...withOtherMembers(values, state.memory), ...(told === null ? [] : toAnswerPatch(told))];
  return patch.length > 0 ? [{ kind: "update", eTag: state.eTag, patch }] : [];
};

/** Whoever does not know whether a deal is registered looks first: it is registered at most once. */
const register = (facts: StepFacts): SyncStep[] => {
  const { eTag, memory } = facts.state;
  const { patch } = planRegistration(facts);
  return patch.length > 0 ? [{ kind: "update", eTag: memory.registration === null ? null : eTag, patch }] : [];
};

/**
 * The writes that Partner Center still lacks, in order. It looks at nothing but what the link knows, so a run that stopped
 * halfway is simply asked again; a deal that is closed there takes nothing but its registration, one that is only offered
 * takes an answer.
 */
export const stepsOf = (facts: StepFacts): SyncStep[] => {
  const { opportunity, deal, state, fieldMap, isComplete } = facts;
  // Leads come from Partner Center; none is ever shared.
  if (deal.table === "lead" && state.referralId === null) return [];
  if (isClosed(state)) return register(facts);
  if (mustLook(state)) return [{ kind: "update", eTag: null, patch: [] }];
  const invitation: SyncStep[] =
    opportunity.help !== null && state.microsoftReferralId === null && isComplete
      ? [{ kind: "invite", body: toInvitation(asAgreed(opportunity, state), state.engagementId, fieldMap) }]
      : [];
  if (state.referralId === null)
    return isComplete ? [{ kind: "create", body: toOwnReferral(opportunity, fieldMap) }, ...invitation] : [];
  if (isOffered(state)) {
    const answer = toOfferAnswer(facts);
    return answer === null ? [] : update(facts, answer);
  }
  const closing = toClosing(facts);
  return closing === null ? [...update(facts, null), ...invitation] : update(facts, closing);
};
