import { fieldAt } from "../mapping/fieldMap";
import { takeable } from "./canApply";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules } from "./Merge";
import { isConflictAt, isUntaken, mergeChange, type FieldThere } from "./mergeField";

/** Differences that nobody has to decide: left when Dynamics 365 refused them, or while inbound was switched off. */
const leftOf = (merge: Merge, { fieldMap, inboundEnabled, isClosedHere, columns }: MergeRules): FieldThere[] => {
  // What is closed on both sides stays as it is.
  if (isClosedHere === true && merge.state.memory.own?.status === "Closed") return [];
  return Object.entries(merge.state.memory.differences).flatMap(([path, { there, side }]) => {
    const row = fieldAt(path, fieldMap);
    const isLeft = row !== null && inboundEnabled && !isConflictAt(merge, path) && !isUntaken(merge, path, there);
    const held = row === null ? null : takeable(row, there, merge.opportunity, columns);
    const isHeld = held?.kind === "part" && sameJson(held.value, merge.wanted[path]);
    return isLeft && held !== null && held.kind !== "nothing" && !isHeld
      ? [{ row, value: there, side, changedOn: merge.state.changedThereOn, isUnseen: side === "microsoft" }]
      : [];
  });
};

/** Whether values wait to be taken over. */
export const hasLeft = (merge: Merge, rules: MergeRules): boolean => leftOf(merge, rules).length > 0;

/** Takes over what was left, once the time for another attempt has come, or where somebody asks for one. */
export const retryRefused = (merge: Merge, rules: MergeRules, isAskedFor: boolean): Merge => {
  const { attempt } = merge.state.memory;
  const nextOn = attempt?.nextOn ?? null;
  const isDue = isAskedFor || attempt === null || (nextOn !== null && nextOn <= rules.now);
  return isDue ? leftOf(merge, rules).reduce((taken, left) => mergeChange(taken, left, rules), merge) : merge;
};
