import * as React from "react";

interface Draft {
  text: string;
  edit: (text: string) => void;
  commit: () => void;
}

/** Text being typed: a column changes, and its OnChange handlers run, only when the person leaves the input. */
export function useDraft(committed: string, onCommit: (text: string) => void): Draft {
  const [draft, setDraft] = React.useState<string | null>(null);
  return {
    text: draft ?? committed,
    edit: setDraft,
    commit: () => {
      setDraft(null);
      if (draft !== null && draft !== committed) onCommit(draft);
    },
  };
}
