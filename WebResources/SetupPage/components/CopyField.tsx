import * as React from "react";
import { strings } from "../strings";
import { Button } from "./Button";

/** A text to be used elsewhere, with a button that copies it. */
export const CopyField = ({ label, text }: { label: string; text: string }): React.ReactElement => {
  const [outcome, setOutcome] = React.useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome(strings.copied);
    } catch {
      setOutcome(strings.copyFailed);
    }
  };
  return (
    <span className="copy-field">
      <code aria-label={label}>{text}</code>
      <Button name="copy" onClick={() => void copy()}>
        {strings.copy}
      </Button>
      <span role="status">{outcome}</span>
    </span>
  );
};
