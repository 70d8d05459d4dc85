import { isOwnRecord } from "../inbound/firstAgreed";
import type { FieldMapping } from "../mapping/fieldMap";
import { readReferralValues } from "../mapping/mapReferral";
import type { Referral } from "../referral/Referral";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules } from "./Merge";
import { agree } from "./mergeField";

/** Places of which the new record takes nothing: they are of other records, or only ever go to Partner Center. */
const isTold = ({ opportunity, direction }: FieldMapping): boolean =>
  direction === "toPartnerCenter" || opportunity.startsWith("/customer/");

const adoptValue = (merge: Merge, row: FieldMapping, value: Json): Merge => {
  const path = row.referral;
  const ours = merge.wanted[path] ?? null;
  if (sameJson(ours, value)) return merge;
  // Nobody has emptied it: the value of Partner Center counts as the only change.
  if (!isTold(row) && isEmptyJson(readPointer(merge.opportunity, row.opportunity))) return agree(merge, path, ours);
  const isKnown = Object.hasOwn(merge.state.memory.values, path);
  return isOwnRecord(row) && !isKnown ? agree(merge, path, value) : merge;
};

/**
 * An opportunity that was made from a lead meets the lead's referral for the first time: what only Partner Center holds goes into
 * its empty columns, and where the lead agreed on nothing, customer and contact of the new record are nobody's edit. Other values
 * that differ may have been typed while the lead was qualified.
 */
export const adoptReferral = (merge: Merge, referral: Referral, { fieldMap }: MergeRules): Merge => {
  const there = readReferralValues(referral.content, fieldMap);
  return fieldMap
    .filter(({ referral: path, direction }) => direction !== "off" && Object.hasOwn(merge.wanted, path))
    .reduce((adopted, row) => adoptValue(adopted, row, there[row.referral] ?? null), merge);
};
