import type { ReferralOperation } from "./ReferralRequest";

/**
 * PUT is obsolete since September 2020. Differs from the service, which still takes it: a client of today has no reason
 * to replace a whole referral.
 */
export const refuseDeprecatedPut: ReferralOperation = () => ({
  kind: "refused",
  status: 405,
  code: "invalidRequest",
  message: "PUT is deprecated. Update the referral with PATCH.",
  target: "method",
  innerCode: "putDeprecated",
  headers: { allow: "GET, PATCH" },
});
