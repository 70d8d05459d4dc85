import { fieldAt } from "../mapping/fieldMap";
import { sameJson } from "../values/sameJson";
import { counterpart } from "./moneyPaths";
import type { ConflictDecision } from "./Conflict";
import type { Merge, MergeRules } from "./Merge";
import { agree, endDifference, isConflictAt, isHeldBack } from "./mergeField";
import { markTooLate } from "./noteTooLate";

const end = (merge: Merge, path: string, kind: ConflictDecision, { fieldMap, now }: MergeRules): Merge => {
  const row = fieldAt(path, fieldMap);
  const difference = merge.state.memory.differences[path];
  if (row === null || difference === undefined) return merge;
  const ended = endDifference(merge, row, { kind, by: "The seller" }, now);
  return difference.side === "own" ? agree(ended, path, difference.there) : ended;
};

/** Another half of an amount was typed, so the other one that waits for it in Partner Center is not the one that is meant. */
const endOther = (merge: Merge, path: string, rules: MergeRules): Merge => {
  const other = counterpart(path);
  return other === null || isConflictAt(merge, other) ? merge : end(merge, other, "typedAnotherValue", rules);
};

/** Ends the differences that the seller ended by typing: the other side's value, or another one after having seen it. */
export const settleDifferences = (merge: Merge, rules: MergeRules): Merge =>
  Object.entries(merge.state.memory.differences).reduce((settled, [path, { here, there }]) => {
    const ours = settled.wanted[path] ?? null;
    if (sameJson(ours, here)) return settled;
    if (sameJson(ours, there)) return end(settled, path, "bothSidesBecameEqual", rules);
    return endOther(end(settled, path, "typedAnotherValue", rules), path, rules);
  }, merge);

/** Ends what is still open when a deal is closed: no value goes anywhere any more, but what is held back. */
export const closeDifferences = (merge: Merge, rules: MergeRules): Merge =>
  Object.keys(merge.state.memory.differences).reduce((closed, path) => {
    const row = fieldAt(path, rules.fieldMap);
    const decision = { kind: "theDealWasClosed", by: "The deal was closed" } as const;
    return row === null || isHeldBack(merge, path, rules)
      ? closed
      : markTooLate(endDifference(closed, row, decision, rules.now), path);
  }, merge);
