import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import { readReferralValues, type ReferralValues } from "../mapping/mapReferral";
import { readPlace } from "../mapping/referralPointer";
import { isJsonObject, type Json } from "../values/Json";
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

const idsOf = (solutions: Json): Json =>
  asList(solutions)
    .map((one) => (isJsonObject(one) && typeof one["id"] === "string" ? one["id"] : ""))
    .sort();

/** A solution is its id; either side has a name of its own for it. */
const readSolutions = (there: Json, path: string, known: readonly ReferralValues[]): Json =>
  known.find((values) => sameJson(idsOf(values[path] ?? null), idsOf(there)))?.[path] ?? there;

/**
 * As `readReferralValues`, but as one of these values has it where it means the same, the first before the others: solutions by
 * their ids, and of a team only the owner. Whoever else is in it was put there by somebody, and is neither an edit of the owner
 * nor replaced by another one.
 */
export const readOwnValues = (referral: Json, known: readonly ReferralValues[], fieldMap: FieldMap): ReferralValues => {
  const there = readReferralValues(referral, fieldMap);
  const read = (row: FieldMapping): Json => {
    const value = there[row.referral] ?? null;
    if (row.converter === "solutions") return readSolutions(value, row.referral, known);
    return row.converter === "owner" ? readOwner(referral, row, known) : value;
  };
  const named = fieldMap.filter(({ converter }) => converter === "owner" || converter === "solutions");
  return { ...there, ...Object.fromEntries(named.map((row) => [row.referral, read(row)])) };
};
