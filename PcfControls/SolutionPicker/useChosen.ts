import * as React from "react";
import type { PickerProps } from "./PickerProps";
import { areSame, type ChosenSolution, type Solution } from "./Solution";

/** Something that was done, or that went wrong, and how to take it back. */
export type Outcome =
  | { kind: "added" | "removed"; solution: Solution }
  | { kind: "notAdded" | "notRemoved"; solution: Solution; reason: string };

/** What the picker shows of the deal's solutions, ahead of what the platform has read again. */
export interface Chosen {
  shown: readonly ChosenSolution[];
  /** Solutions that are on their way to the server. */
  adding: readonly Solution[];
  /** What came of the last action. */
  outcome: Outcome | null;
  add: (solution: Solution) => void;
  remove: (solution: ChosenSolution) => void;
}

// Rejections of the platform are plain objects with `message`.
const toReason = (error: unknown): string => {
  const message = typeof error === "object" && error !== null ? (error as { message?: unknown }).message : null;
  return typeof message === "string" ? message : "";
};

/** Adds and removes solutions; what was done shows at once, and stands still while the platform reads its rows again. */
export const useChosen = ({ chosen, rows, actions }: PickerProps): Chosen => {
  const [adding, setAdding] = React.useState<readonly Solution[]>([]);
  const [added, setAdded] = React.useState<readonly ChosenSolution[]>([]);
  const [removedIds, setRemovedIds] = React.useState<readonly string[]>([]);
  const [outcome, setOutcome] = React.useState<Outcome | null>(null);

  const known = new Set(chosen.map(({ rowId }) => rowId));
  const shown = [...chosen, ...added.filter(({ rowId }) => !known.has(rowId))].filter(
    ({ rowId }) => !removedIds.includes(rowId),
  );

  const add = (solution: Solution): void => {
    if (rows === null || [...shown, ...adding].some((each) => areSame(each, solution))) return;
    setAdding((before) => [...before, solution]);
    rows
      .add(solution)
      .then(
        (rowId) => {
          setAdded((before) => [...before, { ...solution, rowId }]);
          setOutcome({ kind: "added", solution });
          actions.changed();
        },
        (error: unknown) => setOutcome({ kind: "notAdded", solution, reason: toReason(error) }),
      )
      .then(() => setAdding((before) => before.filter((each) => each !== solution)))
      .catch(() => undefined);
  };
  const remove = (solution: ChosenSolution): void => {
    const { rowId } = solution;
    if (rows === null || removedIds.includes(rowId)) return;
    setRemovedIds((before) => [...before, rowId]);
    rows.remove(rowId).then(
      () => {
        setOutcome({ kind: "removed", solution });
        actions.changed();
      },
      (error: unknown) => {
        setRemovedIds((before) => before.filter((each) => each !== rowId));
        setOutcome({ kind: "notRemoved", solution, reason: toReason(error) });
      },
    );
  };
  return { shown, adding, outcome, add, remove };
};
