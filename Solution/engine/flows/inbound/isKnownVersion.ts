import { isMicrosofts, type Referral } from "../../domain/referral/Referral";
import type { Instant } from "../../domain/values/instant";
import type { LinkedReferral } from "../../ports/InboundStore";

/** Whether the link knows this very version of the referral. */
export const isSeen = ({ eTag, microsoftETag }: LinkedReferral, referral: Referral): boolean =>
  referral.eTag !== null && referral.eTag === (isMicrosofts(referral) ? microsoftETag : eTag);

/**
 * Whether the link knows a version as new as the change. Both times are Partner Center's own; of two changes in the very same
 * millisecond the sweep brings the second. This keeps the echo of an own write from costing a call.
 */
export const wasSeenSince = (
  { referralId: own, memory, isConcluded }: LinkedReferral,
  referralId: string,
  changedOn: Instant | null,
): boolean => {
  const seen = referralId === own ? memory.own : memory.microsoft;
  const updatedOn = seen?.updatedOn ?? null;
  return isConcluded && changedOn !== null && updatedOn !== null && updatedOn >= changedOn;
};
