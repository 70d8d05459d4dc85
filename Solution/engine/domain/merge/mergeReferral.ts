import { isJsonObject } from "../values/Json";
import { isMicrosofts, type Referral } from "../referral/Referral";
import { acknowledgeFound, applyMicrosoftReferral } from "../link/acknowledge";
import type { LinkState } from "../link/Link";
import { noteRegistered } from "../dealRegistration/noteRegistration";
import { adoptReferral } from "./adoptReferral";
import { withWholeAmounts } from "./withWholeAmounts";
import { describeMerge } from "./describeMerge";
import { withMemory, type Merge, type MergeRules } from "./Merge";
import { mergeMicrosofts } from "./mergeMicrosofts";
import { mergeOwn } from "./mergeOwn";
import { closeDifferences } from "./settleDifferences";

/** Read before something that is known by now; the same version tells nothing new, but does no harm either. */
const isStale = ({ memory }: LinkState, { state }: Referral, isOwn: boolean): boolean => {
  const known = (isOwn ? memory.own : memory.microsoft)?.updatedOn ?? null;
  return known !== null && state.updatedOn !== null && state.updatedOn < known;
};

/** Whether a referral is the own one of a link; any of the partner's while it knows none. */
export const isOwnOf = ({ referralId }: LinkState, referral: Referral): boolean =>
  referralId === null ? !isMicrosofts(referral) : referralId === referral.id;

/** Microsoft may have two in a deal that it joined in the moment in which it was asked: the first one known stays the deal's. */
const isMicrosoftsOf = ({ engagementId, microsoftReferralId }: LinkState, referral: Referral): boolean =>
  isMicrosofts(referral) &&
  (microsoftReferralId === null ? referral.engagementId === engagementId : referral.id === microsoftReferralId);

/** A list may leave values out; what it did not tell is nobody's edit. */
const isWhole = ({ content }: Referral): boolean => isJsonObject(content["details"]);

/** A closed deal takes no value and no answer any more. */
const close = (merge: Merge, rules: MergeRules): Merge => {
  const closed = closeDifferences(merge, rules);
  // What a rule of this connector would set, nobody has to set in it any more.
  const taken = closed.taken.filter(({ isRule }) => isRule !== true);
  return withMemory({ ...closed, taken }, { answer: null });
};

/** Whether nothing but its existence is known of the own referral: a run that was stopped had made it. */
const isFound = ({ referralId, memory: { own, unseen } }: LinkState): boolean =>
  referralId === null || (own === null && unseen === "runWasStopped");

const mergeOne = (merge: Merge, referral: Referral, rules: MergeRules): Merge => {
  const { state } = merge;
  const isOwn = isOwnOf(state, referral);
  if (!isWhole(referral) || isStale(state, referral, isOwn)) return merge;
  if (isOwn) {
    const found = isFound(state) ? { ...merge, state: acknowledgeFound(merge, referral, rules.fieldMap) } : merge;
    const isMoved = state.memory.unseen === "movedFromLead";
    const merged = mergeOwn(isMoved ? adoptReferral(found, referral, rules) : found, referral, rules);
    return merged.state.memory.own?.status === "Closed" ? noteRegistered(merge, close(merged, rules), rules) : merged;
  }
  return isMicrosoftsOf(state, referral) ? mergeMicrosofts(merge, referral, rules) : merge;
};

const pairMicrosofts = (merge: Merge, referral: Referral, { fieldMap }: MergeRules): Merge => {
  const { state } = merge;
  if (state.microsoftReferralId !== null || !isMicrosoftsOf(state, referral)) return merge;
  const paired = { ...merge, state: { ...applyMicrosoftReferral(state, referral), microsoftETag: null } };
  return { ...paired, facts: [...paired.facts, ...describeMerge(merge, paired, fieldMap)] };
};

/**
 * Notes that a referral of the deal exists, and nothing else: sync is off, and a run that came to no end had made it. Without a
 * tag, nothing is written before it was looked at again.
 */
export const pairReferral = (merge: Merge, referral: Referral, rules: MergeRules): Merge => {
  const { state } = merge;
  const { fieldMap } = rules;
  if (state.referralId !== null) return pairMicrosofts(merge, referral, rules);
  if (!isOwnOf(state, referral) || !isWhole(referral)) return merge;
  const paired = { ...merge, state: { ...acknowledgeFound(merge, referral, fieldMap), eTag: null } };
  return { ...paired, facts: [...paired.facts, ...describeMerge(merge, paired, fieldMap)] };
};

/** Merges a referral of this deal as it was just read, own or Microsoft's; any other changes nothing. */
export const mergeReferral = (merge: Merge, referral: Referral, rules: MergeRules): Merge => {
  const merged = withWholeAmounts(merge, rules, (one, by) => mergeOne(one, referral, by));
  const facts = [...merged.facts, ...describeMerge(merge, merged, rules.fieldMap)];
  return { ...merged, facts, lastSeen: referral.content };
};
