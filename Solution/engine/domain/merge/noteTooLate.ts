import { auditFacts } from "../audit/auditFacts";
import type { LinkMemory, LinkState } from "../link/Link";
import { isTwoWay, type FieldMap, type FieldMapping } from "../mapping/fieldMap";
import { sendable } from "../referral/referralPatch";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import type { Conflict } from "./Conflict";
import { withMemory, type Merge, type MergeRules } from "./Merge";

/** The deal, and what its closed referral holds. */
type ClosedDeal = Pick<Merge, "wanted"> & { state: Pick<LinkState, "memory"> };

export const cameTooLate = {
  kind: "theDealWasClosed",
  by: "Partner Center takes no changes of a closed deal",
} as const;

/** What came from Microsoft's own referral and was to follow on ours: nobody typed it here. */
export const isMicrosofts = (
  { microsoftValues }: Pick<LinkMemory, "microsoftValues">,
  path: string,
  value: Json,
): boolean => Object.hasOwn(microsoftValues, path) && sameJson(microsoftValues[path], value);

/** Fields whose value here would be sent, were the deal not closed in Partner Center. */
export const unsentOf = ({ wanted, state }: ClosedDeal, fieldMap: FieldMap): readonly FieldMapping[] => {
  const { values } = state.memory;
  const ours = sendable(wanted, values);
  return fieldMap.filter(
    (row) =>
      isTwoWay(row) &&
      Object.hasOwn(ours, row.referral) &&
      !sameJson(ours[row.referral], values[row.referral]) &&
      !isMicrosofts(state.memory, row.referral, ours[row.referral] ?? null),
  );
};

/** The value of Dynamics 365 is in a conflict row: it needs no telling again. */
export const markTooLate = (merge: Merge, path: string): Merge =>
  withMemory(merge, { tooLate: { ...merge.state.memory.tooLate, [path]: merge.wanted[path] ?? null } });

/** One row a field, however often it is edited. */
const toConflict = ({ wanted, state }: Merge, { referral: path, label }: FieldMapping, now: string): Conflict => {
  const { values, tooLate } = state.memory;
  const there: Json = values[path] ?? null;
  const isNew = !Object.hasOwn(tooLate, path);
  return {
    key: `${path}@end`,
    path,
    label,
    here: wanted[path] ?? null,
    there,
    agreed: there,
    decision: cameTooLate,
    isNew,
    on: now,
  };
};

/** Tells what was typed here and can be sent no more, since the deal is closed in Partner Center: every value once. */
export const noteTooLate = (merge: Merge, { fieldMap, now }: MergeRules): Merge => {
  const { memory } = merge.state;
  const late = unsentOf(merge, fieldMap).filter(
    ({ referral }) =>
      !Object.hasOwn(memory.tooLate, referral) || !sameJson(memory.tooLate[referral], merge.wanted[referral]),
  );
  if (memory.own?.status !== "Closed" || late.length === 0) return merge;
  const values = Object.fromEntries(late.map(({ referral }) => [referral, merge.wanted[referral] ?? null]));
  const noted = late.reduce((marked, { referral }) => markTooLate(marked, referral), merge);
  return {
    ...noted,
    conflicts: [...merge.conflicts, ...late.map((row) => toConflict(merge, row, now))],
    facts: [
      ...merge.facts,
      auditFacts.changedTooLate(
        late.map(({ label }) => label),
        values,
      ),
    ],
  };
};
