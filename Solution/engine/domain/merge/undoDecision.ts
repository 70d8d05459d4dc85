import { fieldAt } from "../mapping/fieldMap";
import { isEmptyJson } from "../values/isEmptyJson";
import type { Json } from "../values/Json";
import { sameJson } from "../values/sameJson";
import { takeable } from "./canApply";
import type { Conflict, ConflictDecision } from "./Conflict";
import type { Decision } from "./Decision";
import type { Merge, MergeRules } from "./Merge";
import { take } from "./mergeField";

/** What a decided conflict holds: the value that both sides took, the one that lost, and how it stands once that is taken back. */
export interface Undoable {
  held: Json;
  lost: Json;
  becomes: ConflictDecision;
}

/** Null where it was not decided for one of the two sides. */
export const toUndoable = ({
  here,
  there,
  decision,
}: Pick<Conflict, "here" | "there" | "decision">): Undoable | null => {
  if (decision?.kind === "keptTheValueOfDynamics365")
    return { held: here, lost: there, becomes: "tookTheValueOfPartnerCenter" };
  if (decision?.kind === "tookTheValueOfPartnerCenter")
    return { held: there, lost: here, becomes: "keptTheValueOfDynamics365" };
  return null;
};

/** Conflict rows do not tell an empty text from no value. */
export const isSameValue = (one: Json, other: Json): boolean =>
  sameJson(one, other) || (isEmptyJson(one) && isEmptyJson(other));

/** Whether both sides hold what was decided for, and Dynamics 365 has a place for what lost. */
export const mayUndo = (merge: Merge, { path, undoes }: Decision, { fieldMap, columns }: MergeRules): boolean => {
  const row = fieldAt(path, fieldMap);
  const undoable = undoes === undefined ? null : toUndoable(undoes);
  if (row === null || undoable === null) return false;
  const { values, differences } = merge.state.memory;
  const isHeld = [merge.wanted[path], values[path]].every((value = null) => isSameValue(value, undoable.held));
  return (
    isHeld &&
    !Object.hasOwn(differences, path) &&
    takeable(row, undoable.lost, merge.opportunity, columns).kind === "whole"
  );
};

/** The value that lost becomes that of both sides, and the conflict's row says who took the decision back. */
export const undoDecision = (merge: Merge, { path, by, undoes }: Decision, { fieldMap, now }: MergeRules): Merge => {
  const row = fieldAt(path, fieldMap);
  const undoable = undoes === undefined ? null : toUndoable(undoes);
  if (row === null || undoes === undefined || undoable === null) return merge;
  const decided: Conflict = {
    ...undoes,
    decision: { kind: undoable.becomes, by },
    isNew: false,
    on: now,
    isUndone: true,
  };
  const noted = { ...merge, conflicts: [...merge.conflicts, decided] };
  return take(noted, { row, value: undoable.lost, side: "microsoft" }, fieldMap);
};
