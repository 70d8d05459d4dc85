import type { FieldMap } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";

/**
 * What counts as agreed between a record that was there and the referral that it takes: nothing but what is equal, and what only
 * Partner Center holds, so that it fills the empty column. Whatever else differs has no base, so the policy decides; what only
 * ever goes to Partner Center is sent like any edit.
 */
export const agreedOnAttach = (here: ReferralValues, there: ReferralValues, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap
      .filter(({ referral }) => Object.hasOwn(there, referral))
      .flatMap(({ referral: path, direction }): [string, Json][] => {
        const [ours, theirs] = [here[path] ?? null, there[path] ?? null];
        if (sameJson(ours, theirs) || direction === "toPartnerCenter") return [[path, theirs]];
        return isEmptyJson(ours) ? [[path, ours]] : [];
      }),
  );
