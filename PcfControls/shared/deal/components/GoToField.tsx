import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../words";

export interface GoToFieldProps {
  words: Words;
  column: string;
  /** What is wrong there. */
  what: string;
  onGoToField: (column: string) => void;
}

/** The way to the field that something is about. */
export const GoToField = ({ words, column, what, onGoToField }: GoToFieldProps): React.ReactElement => (
  <DefaultButton
    className="cosell-quiet"
    aria-label={words("GoToField_What", what)}
    onClick={() => onGoToField(column)}
  >
    {words("GoToField")}
  </DefaultButton>
);
