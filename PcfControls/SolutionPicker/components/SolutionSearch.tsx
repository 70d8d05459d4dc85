import { TagPicker, type ITag } from "@fluentui/react";
import * as React from "react";
import { Icon } from "../../shared/Icon";
import type { Words } from "../../shared/words";
import { areSame, type Solution } from "../Solution";
import { SolutionFacts } from "./SolutionFacts";

export interface SolutionSearchProps {
  words: Words;
  /** Rejects when the catalogue cannot be read. */
  search: (text: string) => Promise<Solution[]>;
  /** What the deal has already, which is not offered again. */
  chosen: readonly Solution[];
  onPick: (solution: Solution) => void;
}

interface SolutionTag extends ITag {
  solution: Solution;
}

const typingPauseMs = 250;

const toTag = (solution: Solution): SolutionTag => ({ key: solution.solutionId, name: solution.name, solution });

const Suggestion = (tag: ITag): React.ReactElement => {
  const { name, solution } = tag as SolutionTag;
  return (
    <span className="cosell-picker-found">
      <span>{name}</span>
      <SolutionFacts solution={solution} />
    </span>
  );
};

/** Finds solutions of the catalogue as one types; picking one empties the box for the next. */
export const SolutionSearch = ({ words, search, chosen, onPick }: SolutionSearchProps): React.ReactElement => {
  const [isUnreadable, setUnreadable] = React.useState(false);
  const typed = React.useRef("");
  const find = async (text: string): Promise<ITag[]> => {
    typed.current = text;
    // The pause is here and not the picker's own: that one leaves the earlier list open meanwhile, and Enter would take a
    // solution from it that nobody meant. What is found for a text that was typed on is ignored by the picker.
    if (text !== "") await new Promise((resolve) => setTimeout(resolve, typingPauseMs));
    if (typed.current !== text) return [];
    try {
      const found = await search(text);
      setUnreadable(false);
      return found.filter((one) => !chosen.some((other) => areSame(one, other))).map(toTag);
    } catch {
      setUnreadable(true);
      return [];
    }
  };
  return (
    <>
      <TagPicker
        className="cosell-picker-search"
        selectedItems={[]}
        onResolveSuggestions={(text) => find(text.trim())}
        onEmptyResolveSuggestions={() => find("")}
        onRenderSuggestionsItem={Suggestion}
        onItemSelected={(tag) => {
          if (tag) onPick((tag as SolutionTag).solution);
          return null;
        }}
        inputProps={{ "aria-label": words("Search"), placeholder: words("Search_placeholder") }}
        pickerCalloutProps={{ calloutMinWidth: 280, calloutMaxWidth: 480 }}
        pickerSuggestionsProps={{
          className: "cosell-picker-suggestions",
          suggestionsHeaderText: words("Search_found"),
          noResultsFoundText: words("Search_nothing"),
          loadingText: words("Search_loading"),
        }}
      />
      {isUnreadable && (
        <p className="cosell-picker-problem" role="alert">
          <Icon name="warning" /> {words("CatalogueUnreadable")}
        </p>
      )}
    </>
  );
};
