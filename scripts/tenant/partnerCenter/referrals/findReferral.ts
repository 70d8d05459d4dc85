import { mayReach } from "../people/mayReach";
import type { ApiRefusal } from "./ApiRefusal";
import type { StoredReferral } from "./Referral";
import type { ReferralRequest } from "./ReferralRequest";
import { refuseAccess, refuseUnknownReferral } from "./refuse";

/** The referral of an address, if the caller may know of it. */
export function findReferral(
  { state, caller }: ReferralRequest,
  referralId: string,
): { kind: "found"; referral: StoredReferral } | ApiRefusal {
  const referral = state.referrals.get(referralId.toLowerCase());
  if (referral === undefined) return refuseUnknownReferral(referralId);
  if (mayReach(state, caller, referral)) return { kind: "found", referral };
  return state.switches.unreachableReferral === "404"
    ? refuseUnknownReferral(referralId)
    : refuseAccess("referralOutOfReach", `Referral ${referralId} is out of your reach.`);
}
