import type { Instant } from "../../domain/values/instant";
import type { ReferralValues } from "../../domain/mapping/mapReferral";
import type { FieldMap } from "../../domain/mapping/fieldMap";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import type { PartnerCenter } from "../../ports/PartnerCenter";

/** What every step towards Partner Center is made from. */
export interface StepContext {
  partnerCenter: PartnerCenter;
  opportunity: Opportunity;
  /** The values Partner Center should hold in the end. */
  wanted: ReferralValues;
  opportunityCreatedOn: Instant;
  fieldMap: FieldMap;
}
