import { answerJson } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import type { ReferralOperation } from "./ReferralRequest";
import { refuseUnknownReferral } from "./refuse";
import { viewReferral } from "./viewReferral";
import { findVisibleReferral } from "./visibleReferrals";

/** `GET /referrals/{id}`. */
export const getReferral: ReferralOperation = ({ state, caller, http }, referralId) => {
  const referral = findVisibleReferral(state, caller.organizationId, referralId);
  if (referral === undefined) return refuseUnknownReferral(referralId);
  const view = viewReferral(referral, caller.organizationId, addressOf(http), state.switches);
  return answerJson(200, view, { etag: referral.eTag });
};
