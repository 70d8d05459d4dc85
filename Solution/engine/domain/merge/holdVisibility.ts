import { fieldAt } from "../mapping/fieldMap";
import { visibilityPath } from "../referral/referralPatch";
import type { Merge, MergeRules } from "./Merge";
import { take } from "./mergeField";

/**
 * Says in Dynamics 365 what the referral says, or is about to: a visible deal stays visible, whoever sets it to private, and asking
 * Microsoft for help makes a deal visible that the customer agreed to share. A deal that is offered or
 * closed is left as it is, and every deal while nothing is written into Dynamics 365 from there.
 */
export const holdVisibility = (merge: Merge, { fieldMap, inboundEnabled }: MergeRules): Merge => {
  const { opportunity, wanted, state } = merge;
  const row = fieldAt(visibilityPath, fieldMap);
  const isOpen = state.referralId === null || state.memory.own?.status === "Active";
  if (row === null || wanted[visibilityPath] !== false || !isOpen || !inboundEnabled) return merge;
  const isVisible = state.memory.values[visibilityPath] === true;
  const isAsked = opportunity.help !== null && opportunity.hasConsent;
  if (!isVisible && !isAsked) return merge;
  return take(merge, { row, value: true, side: isVisible ? "own" : "microsoft", isRule: true }, fieldMap);
};
