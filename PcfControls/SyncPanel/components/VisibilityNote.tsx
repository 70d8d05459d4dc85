import * as React from "react";
import type { Words } from "../../shared/words";
import type { OpportunityValues } from "../PanelProps";
import { isVisibleToMicrosoft } from "../isVisibleToMicrosoft";
import { Note } from "./Note";

export interface VisibilityNoteProps {
  words: Words;
  opportunity: OpportunityValues;
  isShared: boolean;
}

/** Who sees the referral, and that showing it cannot be undone. */
export const VisibilityNote = ({ words, opportunity, isShared }: VisibilityNoteProps): React.ReactElement => {
  if (!isVisibleToMicrosoft(opportunity)) return <Note icon="lock">{words("Visibility_Private")}</Note>;
  return <Note icon="eye">{words(isShared ? "Visibility_Visible" : "Visibility_WillBeVisible")}</Note>;
};
