import * as React from "react";
import { CopyButton } from "../../shared/CopyButton";
import { Frame } from "../../shared/Frame";
import type { Look } from "../../shared/Look";
import type { Words } from "../../shared/words";
import { parseTrail } from "../parseTrail";
import { Entries } from "./Entries";
import { Filter, type FilterChoice } from "./Filter";

export interface TrailProps {
  words: Words;
  look: Look;
  /** Text of the Audit column, newest line first. */
  text: string;
  formatDateTime: (moment: Date) => string;
}

/** What happened between the opportunity and Partner Center. */
export const Trail = ({ words, look, text, formatDateTime }: TrailProps): React.ReactElement => {
  const [filter, setFilter] = React.useState<FilterChoice>("all");
  const entries = React.useMemo(() => parseTrail(text), [text]);
  const problems = entries.filter(({ kind }) => kind === "problem");
  if (entries.length === 0)
    return (
      <Frame look={look} className="cosell-audit">
        <p>{words("Empty")}</p>
      </Frame>
    );
  return (
    <Frame look={look} className="cosell-audit">
      <div className="cosell-row">
        <Filter words={words} choice={filter} problemCount={problems.length} onChoose={setFilter} />
        <CopyButton words={words} what={words("Trail")} text={text} />
      </div>
      <Entries words={words} entries={filter === "all" ? entries : problems} formatDateTime={formatDateTime} />
    </Frame>
  );
};
