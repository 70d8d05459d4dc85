import * as React from "react";
import type { Words } from "../../shared/words";
import type { OpportunityValues } from "../PanelProps";
import { isVisibleToMicrosoft } from "../isVisibleToMicrosoft";
import { Note } from "./Note";

export interface VisibilityNoteProps {
  words: Words;
  opportunity: OpportunityValues;
  isShared: boolean;
  /** What the referral says; null where that is not known. */
  isVisibleThere: boolean | null;
}

/** Who sees the referral, by what it says itself, and that showing it cannot be undone. */
export const VisibilityNote = ({
  words,
  opportunity,
  isShared,
  isVisibleThere,
}: VisibilityNoteProps): React.ReactElement => {
  const isWanted = isVisibleToMicrosoft(opportunity);
  const isVisible = isShared && (isVisibleThere ?? isWanted);
  if (isVisible) return <Note icon="eye">{words("Visibility_Visible")}</Note>;
  if (!isWanted) return <Note icon="lock">{words("Visibility_Private")}</Note>;
  return <Note icon="eye">{words("Visibility_WillBeVisible")}</Note>;
};
