import type { ReferralValues } from "../domain/mapReferral";
import type { UnseenReferral } from "../domain/earlierAttempt";
import type { Opportunity } from "../domain/Opportunity";
import type { PartnerCenter } from "../ports/PartnerCenter";

/** What every step towards Partner Center is made from. */
export interface StepContext {
  partnerCenter: PartnerCenter;
  opportunity: Opportunity;
  /** The values Partner Center should hold in the end. */
  wanted: ReferralValues;
  /** Where to look before anything is made. */
  unseen: UnseenReferral;
}
