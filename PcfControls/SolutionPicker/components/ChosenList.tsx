import { IconButton, Link } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";
import type { ChosenSolution, Solution } from "../Solution";
import { SolutionFacts } from "./SolutionFacts";

export interface ChosenListProps {
  words: Words;
  shown: readonly ChosenSolution[];
  adding: readonly Solution[];
  isEditable: boolean;
  onOpen: (solution: ChosenSolution) => void;
  onRemove: (solution: ChosenSolution) => void;
}

/** One line for each solution of the deal; the focus stays in the list when one goes. */
export const ChosenList = (props: ChosenListProps): React.ReactElement | null => {
  const { words, shown, adding, isEditable, onOpen, onRemove } = props;
  const list = React.useRef<HTMLUListElement>(null);
  const remove = (solution: ChosenSolution): void => {
    const at = shown.indexOf(solution);
    onRemove(solution);
    const buttons = list.current?.querySelectorAll<HTMLElement>(".cosell-picker-remove");
    (buttons?.[at + 1] ?? buttons?.[at - 1])?.focus();
  };
  if (shown.length + adding.length === 0) return null;
  return (
    <ul className="cosell-picker-chosen" aria-label={words("Chosen")} ref={list}>
      {shown.map((solution) => (
        <li key={solution.rowId}>
          <Link className="cosell-picker-name" onClick={() => onOpen(solution)}>
            {solution.name || words("NoName")}
          </Link>
          <SolutionFacts solution={solution} />
          {isEditable && (
            <IconButton
              className="cosell-picker-remove"
              ariaLabel={words("Remove", solution.name)}
              title={words("Remove", solution.name)}
              onClick={() => remove(solution)}
            >
              <span aria-hidden="true">×</span>
            </IconButton>
          )}
        </li>
      ))}
      {adding.map((solution) => (
        <li key={solution.solutionId} className="cosell-picker-adding">
          <span className="cosell-picker-name">{solution.name}</span>
          <SolutionFacts solution={solution} />
          <span>{words("Adding")}</span>
        </li>
      ))}
    </ul>
  );
};
