import type { FieldMap } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { sameJson } from "../values/sameJson";

/**
 * What counts as agreed for a record that was just made from a referral. A value that Dynamics 365 did not take as it is
 * there counts as changed there, so that it stays visible and is never sent back cut short; one that only ever goes to
 * Partner Center, such as the owner, counts as changed here.
 */
export const firstAgreed = (here: ReferralValues, there: ReferralValues, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap
      .filter(({ referral }) => Object.hasOwn(there, referral))
      .map(({ referral, direction }) => {
        const [ours, theirs] = [here[referral] ?? null, there[referral] ?? null];
        return [referral, sameJson(ours, theirs) || direction === "toPartnerCenter" ? theirs : ours];
      }),
  );
