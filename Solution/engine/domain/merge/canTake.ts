import { columnHolds } from "../mapping/columnHolds";
import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMapping } from "../mapping/fieldMap";
import type { Opportunity } from "../opportunity/Opportunity";
import type { Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";

/** Places of an opportunity that Partner Center may write: accounts are shared by deals, and the owner is Dynamics 365's. */
const writable = [
  "/name",
  "/notes",
  "/dealValue",
  "/currency",
  "/closeDate",
  "/solutions",
  "/contact",
  "/isVisible",
  "/hasConsent",
  "/marketplaceIntent",
];

/** Columns of the account and the contact are shared, too. */
const ofOpportunity = /^\/custom\/[^.]+$/;

/** Whether Dynamics 365 can hold the value of Partner Center, in the place of what it holds now, such that it means the same. */
export const canTake = (row: FieldMapping, value: Json, opportunity: Opportunity): boolean => {
  const isCustom = ofOpportunity.test(row.opportunity);
  if (!writable.includes(row.opportunity) && !isCustom) return false;
  const here = toCrmValue(row, value);
  if (here === undefined) return false;
  if (isCustom && !columnHolds(readPointer(opportunity, row.opportunity), here)) return false;
  const back = toReferralValue(row, here);
  return back !== undefined && sameJson(back, value);
};
