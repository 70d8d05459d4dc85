import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import { readReferralValues, type ReferralValues } from "../mapping/mapReferral";
import { readPlace } from "../mapping/referralPointer";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { asList, emailOf } from "./referralPatch";

const isSameOwner = (one: Json, other: Json): boolean => {
  const email = emailOf(asList(one)[0] ?? null);
  return sameJson(one, other) || (email !== "" && email === emailOf(asList(other)[0] ?? null));
};

const readOwner = (referral: Json, row: FieldMapping, known: readonly ReferralValues[]): Json => {
  const members = asList(readPlace(referral, row.referral)).map((member): Json => {
    const owner = toCrmValue(row, [member]);
    return owner === undefined ? [member] : (toReferralValue(row, owner) ?? [member]);
  });
  for (const values of known) {
    const found = members.find((member) => isSameOwner(member, values[row.referral] ?? null));
    if (found !== undefined) return found;
  }
  return [];
};

/**
 * As `readReferralValues`, but of a team only the owner that one of these values names, the first before the others. Whoever else
 * is in it was put there by somebody, and is neither an edit of the owner nor replaced by another one.
 */
export const readOwnValues = (
  referral: Json,
  known: readonly ReferralValues[],
  fieldMap: FieldMap,
): ReferralValues => ({
  ...readReferralValues(referral, fieldMap),
  ...Object.fromEntries(
    fieldMap
      .filter(({ converter }) => converter === "owner")
      .map((row) => [row.referral, readOwner(referral, row, known)]),
  ),
});
