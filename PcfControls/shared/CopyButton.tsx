import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import { Icon } from "./Icon";
import type { Words } from "./words";

export interface CopyButtonProps {
  words: Words;
  /** What the button copies, for screen readers. */
  what: string;
  text: string;
}

type Outcome = "Copied" | "CopyFailed" | null;

const outcomeLastsMs = 3_000;

const copy = async (text: string): Promise<Outcome> => {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "CopyFailed";
  }
};

/** Copies a text and says whether it worked: a browser may refuse the clipboard. */
export const CopyButton = ({ words, what, text }: CopyButtonProps): React.ReactElement => {
  const [outcome, setOutcome] = React.useState<Outcome>(null);
  React.useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), outcomeLastsMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <span className="cosell-copy">
      <DefaultButton
        className="cosell-quiet"
        aria-label={words("Copy_What", what)}
        onClick={() => void copy(text).then(setOutcome)}
      >
        <Icon name="copy" />
        <span>{words("Copy")}</span>
      </DefaultButton>
      <span role="status">{outcome && words(outcome)}</span>
    </span>
  );
};
