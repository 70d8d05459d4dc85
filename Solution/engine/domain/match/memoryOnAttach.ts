import { emptyMemory, type LinkMemory } from "../link/Link";
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
const agreedOnAttach = (here: ReferralValues, there: ReferralValues, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap
      .filter(({ referral }) => Object.hasOwn(there, referral))
      .flatMap(({ referral: path, direction }): [string, Json][] => {
        const [ours, theirs] = [here[path] ?? null, there[path] ?? null];
        if (sameJson(ours, theirs) || direction === "toPartnerCenter") return [[path, theirs]];
        return isEmptyJson(ours) ? [[path, ours]] : [];
      }),
  );

/** What a link remembers of a record that was there before its referral: one looks at Partner Center before anything is sent. */
export const memoryOnAttach = (here: ReferralValues, there: ReferralValues, fieldMap: FieldMap): LinkMemory => ({
  ...emptyMemory,
  values: agreedOnAttach(here, there, fieldMap),
  unseen: "syncWasOff",
});
