import { toCrmValue, toReferralValue } from "./converters";
import type { FieldMap, FieldMapping } from "./fieldMap";
import { readPlace } from "./referralPointer";
import type { Json, JsonObject } from "../values/Json";
import { readPointer, writePointer } from "../values/jsonPointer";
import type { Opportunity } from "../opportunity/Opportunity";

/** What a referral holds at each place of the map, by its pointer. */
export type ReferralValues = JsonObject;

/** Place of all custom columns at once: rows that read it, such as templates, have no value of their own to bring back. */
export const allCustom = "/custom";

/** The values Partner Center should hold for this opportunity; without those that have no counterpart there. */
export const toReferralValues = (opportunity: Opportunity, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap.flatMap((row) => {
      const value = toReferralValue(row, readPointer(opportunity, row.opportunity));
      return value === undefined ? [] : [[row.referral, value]];
    }),
  );

const readValue = (referral: Json, row: FieldMapping): Json => {
  const wire = readPlace(referral, row.referral);
  const value = toCrmValue(row, wire);
  return value === undefined ? wire : (toReferralValue(row, value) ?? wire);
};

/**
 * The same places of a referral that Partner Center answered, without what it added of its own. A value without a counterpart
 * in the CRM is as it is there.
 */
export const readReferralValues = (referral: Json, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(fieldMap.map((row) => [row.referral, readValue(referral, row)]));

/**
 * The mapped part of an opportunity, from the values of a referral: the way back of `toReferralValues`. Values without a
 * counterpart in the CRM are absent.
 */
export const toOpportunityValues = (values: ReferralValues, fieldMap: FieldMap): JsonObject =>
  fieldMap.reduce<JsonObject>((opportunity, row) => {
    const value = row.opportunity === allCustom ? undefined : toCrmValue(row, values[row.referral] ?? null);
    return value === undefined ? opportunity : writePointer(opportunity, row.opportunity, value);
  }, {});
