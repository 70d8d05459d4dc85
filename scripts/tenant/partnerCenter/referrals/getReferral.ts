import { answerJson } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import type { ReferralOperation } from "./ReferralRequest";
import { findReferral } from "./findReferral";
import { viewReferral } from "./viewReferral";

/** `GET /referrals/{id}`. */
export const getReferral: ReferralOperation = (request, referralId) => {
  const { state, caller, http } = request;
  const found = findReferral(request, referralId);
  if (found.kind === "refused") return found;
  const { referral } = found;
  const view = viewReferral(referral, caller.organizationId, addressOf(http), state.switches);
  return answerJson(200, view, { etag: referral.eTag });
};
