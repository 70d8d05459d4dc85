import * as React from "react";
import type { Words } from "../../shared/words";

export interface TrailProps {
  words: Words<string>;
  /** Text of the Audit column, newest line first. */
  text: string;
}

export const Trail = ({ words, text }: TrailProps): React.ReactElement => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return <p className="cosell-audit">{words("Empty")}</p>;
  return (
    <ol className="cosell-audit">
      {lines.map((line, place) => (
        <li key={lines.length - place}>{line}</li>
      ))}
    </ol>
  );
};
