import type { Instant } from "../domain/instant";
import type { ReferralValues } from "../domain/mapReferral";
import type { Opportunity } from "../domain/Opportunity";
import type { PartnerCenter } from "../ports/PartnerCenter";

/** What every step towards Partner Center is made from. */
export interface StepContext {
  partnerCenter: PartnerCenter;
  opportunity: Opportunity;
  /** The values Partner Center should hold in the end. */
  wanted: ReferralValues;
  opportunityCreatedOn: Instant;
}
