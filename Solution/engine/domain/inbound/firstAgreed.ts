import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { sameJson } from "../values/sameJson";

/** Places whose record in Dynamics 365 was there before the referral, or is nobody's but this company's. */
const isOwn = ({ opportunity, direction }: FieldMapping): boolean =>
  direction === "toPartnerCenter" || opportunity === "/contact" || opportunity.startsWith("/customer/");

/**
 * What counts as agreed for a record that was just made from a referral. A value that Dynamics 365 did not take as it is
 * there counts as changed there, so that it stays visible and is never sent back cut short. Owner, account and contact count
 * as they are there: what Dynamics 365 knows of them otherwise was not typed for this deal, but it is ours to send.
 */
export const firstAgreed = (here: ReferralValues, there: ReferralValues, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap
      .filter(({ referral }) => Object.hasOwn(there, referral))
      .map((row) => {
        const [ours, theirs] = [here[row.referral] ?? null, there[row.referral] ?? null];
        return [row.referral, sameJson(ours, theirs) || isOwn(row) ? theirs : ours];
      }),
  );
