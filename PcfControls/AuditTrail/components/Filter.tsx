import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";

export type FilterChoice = "all" | "problems";

export interface FilterProps {
  words: Words;
  choice: FilterChoice;
  problemCount: number;
  onChoose: (choice: FilterChoice) => void;
}

const choices: readonly FilterChoice[] = ["all", "problems"];

export const Filter = ({ words, choice, problemCount, onChoose }: FilterProps): React.ReactElement => (
  <div role="group" aria-label={words("Filter")} className="cosell-filter">
    {choices.map((each) => (
      <DefaultButton
        key={each}
        className={each === choice ? "cosell-quiet cosell-chosen" : "cosell-quiet"}
        toggle
        checked={each === choice}
        onClick={() => onChoose(each)}
      >
        {each === "all" ? words("Filter_all") : words("Filter_problems", problemCount)}
      </DefaultButton>
    ))}
  </div>
);
