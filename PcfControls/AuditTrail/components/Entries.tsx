import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../shared/words";
import type { TrailEntry } from "../parseTrail";
import { Entry } from "./Entry";

export interface EntriesProps {
  words: Words;
  entries: readonly TrailEntry[];
  formatDateTime: (moment: Date) => string;
}

// The column may hold hundreds of lines; the last few answer nearly every question.
const shownFirst = 10;

export const Entries = ({ words, entries, formatDateTime }: EntriesProps): React.ReactElement => {
  const [isOpen, setOpen] = React.useState(false);
  if (entries.length === 0) return <p>{words("NoProblems")}</p>;
  const shown = isOpen ? entries : entries.slice(0, shownFirst);
  return (
    <>
      <ol className="cosell-trail">
        {shown.map((entry) => (
          <Entry key={entry.place} words={words} entry={entry} formatDateTime={formatDateTime} />
        ))}
      </ol>
      {entries.length > shown.length && (
        <DefaultButton className="cosell-quiet" onClick={() => setOpen(true)}>
          {words("ShowAll", entries.length)}
        </DefaultButton>
      )}
    </>
  );
};
