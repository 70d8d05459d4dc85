import { ActionButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import type { Solution } from "../Solution";
import type { Outcome } from "../useChosen";

export interface OutcomeLineProps {
  words: Words;
  outcome: Outcome | null;
  onAddAgain: (solution: Solution) => void;
}

const toText = (words: Words, outcome: Outcome): string => {
  const { name } = outcome.solution;
  switch (outcome.kind) {
    case "added":
      return words("Added", name);
    case "removed":
      return words("Removed", name);
    case "notAdded":
      return words("NotAdded", name, outcome.reason);
    case "notRemoved":
      return words("NotRemoved", name, outcome.reason);
  }
};

/** What came of the last action, for eyes and screen readers; what was removed by mistake comes back with one click. */
export const OutcomeLine = ({ words, outcome, onAddAgain }: OutcomeLineProps): React.ReactElement => {
  const isProblem = outcome?.kind === "notAdded" || outcome?.kind === "notRemoved";
  return (
    <div className="cosell-picker-outcome" role="status">
      {outcome && (
        <span className={isProblem ? "cosell-picker-problem" : undefined}>
          {isProblem && <Icon name="warning" />} {toText(words, outcome)}
        </span>
      )}
      {outcome?.kind === "removed" && (
        <ActionButton className="cosell-quiet" onClick={() => onAddAgain(outcome.solution)}>
          {words("AddAgain")}
        </ActionButton>
      )}
    </div>
  );
};
