import * as React from "react";
import type { FieldProps } from "./FieldProps";
import { useLookupSearch, type LookupSearch, type LookupSuggestion } from "./useLookupSearch";

export interface LookupBox extends LookupSearch {
  /** What is being searched for; null when nobody searches. */
  text: string | null;
  /** Index of the highlighted suggestion. */
  active: number;
  open: () => void;
  close: () => void;
  type: (text: string) => void;
  take: (suggestion: LookupSuggestion) => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

/** Where an arrow key leads among the suggestions; null for other keys. */
function walk(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  return null;
}

/** A search in progress: type, walk with the arrow keys, take with Enter, leave with Escape. */
export function useLookupBox({ session, control, column, onCommit }: FieldProps): LookupBox {
  const [text, setText] = React.useState<string | null>(null);
  const [active, setActive] = React.useState(0);
  const found = useLookupSearch(session, control, column.targets, text);
  const close = (): void => setText(null);
  const take = ({ id, name, entityType }: LookupSuggestion): void => {
    close();
    onCommit([{ id, name, entityType }]);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (text === null) return;
    const next = walk(event.key, active, found.suggestions?.length ?? 0);
    const chosen = found.suggestions?.[active];
    if (next !== null) setActive(next);
    else if (event.key === "Enter" && chosen) take(chosen);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    ...found,
    text,
    active,
    open: () => setText((before) => before ?? ""),
    close,
    type: (typed) => {
      setActive(0);
      setText(typed);
    },
    take,
    onKeyDown,
  };
}
