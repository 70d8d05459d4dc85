import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";

/** Places whose record in Dynamics 365 was there before the referral, or is nobody's but this company's. */
export const isOwnRecord = ({ opportunity, direction }: FieldMapping): boolean =>
  direction === "toPartnerCenter" || opportunity === "/contact" || opportunity.startsWith("/customer/");

/**
 * What counts as agreed for a record that was just made from a referral. A value that Dynamics 365 did not take as it is
 * there counts as changed there, so that it stays visible and is never sent back cut short. Owner, account and contact count
 * as they are there: what Dynamics 365 knows of them otherwise was not typed for this deal, but it is ours to send; not so where
 * a column could not hold it, which `unheld` names by place. Of a record
 * that a run made which was stopped, somebody may have typed what differs: that was never agreed.
 */
export const firstAgreed = (
  here: ReferralValues,
  there: ReferralValues,
  { fieldMap, isResumed, unheld }: { fieldMap: FieldMap; isResumed: boolean; unheld: readonly string[] },
): ReferralValues =>
  Object.fromEntries(
    fieldMap
      .filter(({ referral }) => Object.hasOwn(there, referral))
      .flatMap((row): [string, Json][] => {
        const [ours, theirs] = [here[row.referral] ?? null, there[row.referral] ?? null];
        const isKnownOtherwise = isOwnRecord(row) && !unheld.includes(row.referral);
        if (sameJson(ours, theirs) || isKnownOtherwise) return [[row.referral, theirs]];
        return isResumed && !isEmptyJson(ours) ? [] : [[row.referral, ours]];
      }),
  );
