import type { DealTable } from "../opportunity/SyncRecord";
import { sameJson } from "../values/sameJson";
import type { FieldMap, FieldMapping } from "./fieldMap";
import { standardFieldMap } from "./standardFieldMap";

/** What decides which value goes to the place; label and policy do not. */
const sourceOf = ({
  crm,
  opportunity,
  direction,
  converter,
  converterDetail,
  defaultValue,
  condition,
}: FieldMapping) => ({
  crm,
  opportunity,
  direction,
  converter,
  converterDetail,
  defaultValue,
  condition,
});

/** Places of a referral whose value comes from elsewhere than the standard map says, or from nowhere. */
export const customizedPaths = (fieldMap: FieldMap, table: DealTable): string[] =>
  table === "lead"
    ? []
    : standardFieldMap
        .filter((row) => {
          const counting = fieldMap.find(({ referral }) => referral === row.referral);
          return counting === undefined || !sameJson(sourceOf(row), sourceOf(counting));
        })
        .map(({ referral }) => referral);
