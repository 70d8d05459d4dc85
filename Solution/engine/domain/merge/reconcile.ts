import type { FieldMap } from "../mapping/fieldMap";
import type { Difference, LinkMemory } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { patchablePlaces, sendable } from "../referral/referralPatch";
import { sameJson } from "../values/sameJson";

type Merged = Pick<LinkMemory, "values" | "differences">;

/**
 * Merges what Partner Center holds now into what was agreed, before anything is written over it. Where both sides are equal
 * that is the new agreement; where somebody changed a value there, it is kept as a difference and not overwritten.
 */
export const reconcile = (
  memory: Merged,
  wanted: ReferralValues,
  there: ReferralValues,
  fieldMap: FieldMap,
): Merged => {
  const values: Record<string, Merged["values"][string]> = { ...memory.values };
  const differences: Record<string, Difference> = {};
  const here = sendable(wanted, there);
  for (const path of patchablePlaces(fieldMap)) {
    const [ours, theirs, agreed] = [here[path] ?? null, there[path] ?? null, memory.values[path] ?? null];
    const isChangedThere = !sameJson(theirs, agreed);
    if (sameJson(ours, theirs)) values[path] = theirs;
    else if (isChangedThere) differences[path] = { here: ours, there: theirs };
  }
  return { values, differences };
};

/** Drops differences that the seller ended by taking over the other side's value; the agreed values follow. */
export const settleDifferences = (memory: Merged, wanted: ReferralValues): Merged => {
  const values: Record<string, Merged["values"][string]> = { ...memory.values };
  const differences: Record<string, Difference> = {};
  for (const [path, difference] of Object.entries(memory.differences)) {
    if (sameJson(wanted[path] ?? null, difference.there)) values[path] = difference.there;
    else differences[path] = difference;
  }
  return { values, differences };
};

/** A difference is a conflict when this side changed the value, too. */
export const isConflict = (path: string, { here }: Difference, agreed: ReferralValues): boolean =>
  !sameJson(here, agreed[path] ?? null);
