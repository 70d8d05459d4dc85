import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import { allCustom } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import type { Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";

/** What a row does with one deal. */
export type RowTest = {
  /** The row counts for this deal: it is on, its condition is met, and its value can be converted. */
  counts: boolean;
  /** As it is in Dynamics 365, or as a default stands in for it. */
  dynamics365: Json;
  /** What Partner Center would get; null for nothing. */
  partnerCenter: Json;
  /** What Dynamics 365 would get if Partner Center gave that value back; null for nothing. */
  back: Json;
  /** Same: the way back leads to what Partner Center has. One way: there is no way back. */
  roundTrip: "same" | "changed" | "oneWay";
};

const toRoundTrip = (row: FieldMapping, wire: Json, back: Json | undefined): RowTest["roundTrip"] => {
  if (back === undefined) return "oneWay";
  return sameJson(toReferralValue(row, back), wire) ? "same" : "changed";
};

/** Sends a deal's value through a row and back. `applied` is the map as it counts for the deal. */
export const testRow = (row: FieldMapping, opportunity: Opportunity, applied: FieldMap): RowTest => {
  const value = readPointer(opportunity, row.opportunity);
  const wire = toReferralValue(row, value) ?? null;
  const back = toCrmValue(row, wire);
  return {
    counts: applied.some(({ key }) => key === row.key),
    dynamics365: row.opportunity === allCustom ? null : value,
    partnerCenter: wire,
    back: back ?? null,
    roundTrip: toRoundTrip(row, wire, back),
  };
};
