import { toCrmValue, toReferralValue } from "../mapping/converters";
import type { FieldMapping } from "../mapping/fieldMap";
import type { Json } from "../values/Json";
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

/** Whether Dynamics 365 can hold the value such that it means the same. */
export const canTake = (row: FieldMapping, value: Json): boolean => {
  if (!writable.includes(row.opportunity) && !row.opportunity.startsWith("/custom/")) return false;
  const here = toCrmValue(row, value);
  if (here === undefined) return false;
  const back = toReferralValue(row, here);
  return back !== undefined && sameJson(back, value);
};
