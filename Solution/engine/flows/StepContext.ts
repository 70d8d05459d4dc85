import type { ReferralValues } from "../domain/mapReferral";
import type { Instant } from "../domain/instant";
import type { Opportunity } from "../domain/Opportunity";
import type { PartnerCenter } from "../ports/PartnerCenter";

/** What every step towards Partner Center is made from. */
export interface StepContext {
  partnerCenter: PartnerCenter;
  opportunity: Opportunity;
  /** The values Partner Center should hold in the end. */
  wanted: ReferralValues;
  /** Since when an interrupted run may have made a referral unseen; null: out of the question. */
  unseenSince: Instant | null;
}
