import * as React from "react";
import type { LookupSearch, LookupSuggestion } from "./useLookupSearch";

interface LookupSuggestionsProps extends LookupSearch {
  id: string;
  label: string;
  active: number;
  onTake: (suggestion: LookupSuggestion) => void;
}

function emptyWords({ suggestions, problem }: LookupSearch): string | null {
  if (problem !== null) return problem;
  if (suggestions === null) return "Searching…";
  return suggestions.length === 0 ? "No records found." : null;
}

/** The list below a lookup; the focus stays in the input. */
export const LookupSuggestions: React.FC<LookupSuggestionsProps> = ({
  id,
  label,
  suggestions,
  problem,
  active,
  onTake,
}) => {
  const words = emptyWords({ suggestions, problem });
  return (
    <div className="suggestions">
      {words !== null && (
        <p className="suggestions-words" role="status">
          {words}
        </p>
      )}
      <ul id={id} role="listbox" aria-label={label}>
        {suggestions?.map((suggestion, index) => (
          // The input keeps the focus and handles the keys; the mouse must not take the focus away.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are the input's
          <li
            key={suggestion.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="suggestion"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
          >
            <span className="suggestion-name">{suggestion.name || "(No name)"}</span>
            {suggestion.detail !== "" && <span className="suggestion-detail">{suggestion.detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
