import { fieldAt } from "../mapping/fieldMap";
import { sameJson } from "../values/sameJson";
import type { Merge, MergeRules } from "./Merge";
import { agree, endDifference } from "./mergeField";

/** Ends the differences that the seller ended by typing: the other side's value, or another one after having seen it. */
export const settleDifferences = (merge: Merge, { fieldMap, now }: MergeRules): Merge =>
  Object.entries(merge.state.memory.differences).reduce((settled, [path, { here, there, side }]) => {
    const row = fieldAt(path, fieldMap);
    const ours = settled.wanted[path] ?? null;
    if (row === null || sameJson(ours, here)) return settled;
    const decision = sameJson(ours, there)
      ? ({ kind: "bothSidesBecameEqual", by: "The seller" } as const)
      : ({ kind: "typedAnotherValue", by: "The seller" } as const);
    const ended = endDifference(settled, row, decision, now);
    return side === "own" ? agree(ended, path, there) : ended;
  }, merge);

/** Ends what is still open when a deal is closed: no value goes anywhere any more. */
export const closeDifferences = (merge: Merge, { fieldMap, now }: MergeRules): Merge =>
  Object.keys(merge.state.memory.differences).reduce((closed, path) => {
    const row = fieldAt(path, fieldMap);
    const decision = { kind: "theDealWasClosed", by: "The deal was closed" } as const;
    return row === null ? closed : endDifference(closed, row, decision, now);
  }, merge);
