import { isOwnRecord } from "../inbound/firstAgreed";
import type { FieldMapping } from "../mapping/fieldMap";
import { readOwnValues } from "../referral/readOwnValues";
import type { Referral } from "../referral/Referral";
import type { Instant } from "../values/instant";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { readPointer } from "../values/jsonPointer";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules } from "./Merge";
import { agree, endDifference } from "./mergeField";

/** Between a lead and its referral there was a conflict, which the opportunity's empty column has no part in. */
export const leadIsOver = { kind: "tookTheValueOfPartnerCenter", by: "The lead became an opportunity" } as const;

/** Places of which the new record takes nothing: they are of other records, or only ever go to Partner Center. */
const isTold = ({ opportunity, direction }: FieldMapping): boolean =>
  direction === "toPartnerCenter" || opportunity.startsWith("/customer/");

const adoptValue = (before: Merge, row: FieldMapping, value: Json, now: Instant): Merge => {
  const path = row.referral;
  const isOver = !isTold(row) && isEmptyJson(readPointer(before.opportunity, row.opportunity));
  const merge = isOver ? endDifference(before, row, leadIsOver, now) : before;
  const ours = merge.wanted[path] ?? null;
  if (sameJson(ours, value)) return merge;
  // Nobody has emptied it: the value of Partner Center counts as the only change.
  if (isOver) return agree(merge, path, ours);
  const isKnown = Object.hasOwn(merge.state.memory.values, path);
  return isOwnRecord(row) && !isKnown ? agree(merge, path, value) : merge;
};

/**
 * An opportunity that was made from a lead meets the lead's referral for the first time: what only Partner Center holds goes into
 * its empty columns, and where the lead agreed on nothing, customer and contact of the new record are nobody's edit. Other values
 * that differ may have been typed while the lead was qualified.
 */
export const adoptReferral = (merge: Merge, referral: Referral, { fieldMap, now }: MergeRules): Merge => {
  const there = readOwnValues(referral.content, [merge.wanted, merge.state.memory.values], fieldMap);
  return fieldMap
    .filter(({ referral: path, direction }) => direction !== "off" && Object.hasOwn(merge.wanted, path))
    .reduce((adopted, row) => adoptValue(adopted, row, there[row.referral] ?? null, now), merge);
};
