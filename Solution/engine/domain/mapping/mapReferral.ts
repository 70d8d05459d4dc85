import { converters, type Converter } from "./converters";
import type { FieldMap, FieldMapping } from "./fieldMap";
import type { Json, JsonObject } from "../values/Json";
import { readPointer, writePointer } from "../values/jsonPointer";
import type { Opportunity } from "../opportunity/Opportunity";

/** What a referral holds at each place of the map, by its pointer. */
export type ReferralValues = JsonObject;

const converterOf = ({ converter }: FieldMapping): Converter => converters[converter];

/** The values Partner Center should hold for this opportunity. */
export const toReferralValues = (opportunity: Opportunity, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap.map((row) => [row.referral, converterOf(row).toReferral(readPointer(opportunity, row.opportunity))]),
  );

/** The same places of a referral that Partner Center answered, without what it added of its own. */
export const readReferralValues = (referral: Json, fieldMap: FieldMap): ReferralValues =>
  Object.fromEntries(
    fieldMap.map((row) => {
      const converter = converterOf(row);
      return [row.referral, converter.toReferral(converter.fromReferral(readPointer(referral, row.referral)))];
    }),
  );

/** The mapped part of an opportunity, from the values of a referral: the way back of `toReferralValues`. */
export const toOpportunityValues = (values: ReferralValues, fieldMap: FieldMap): JsonObject =>
  fieldMap.reduce<JsonObject>(
    (opportunity, row) =>
      writePointer(opportunity, row.opportunity, converterOf(row).fromReferral(values[row.referral] ?? null)),
    {},
  );
