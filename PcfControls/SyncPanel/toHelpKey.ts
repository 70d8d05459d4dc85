import type { ShownStatus } from "./toShownStatus";

export interface HelpFacts {
  status: ShownStatus;
  /** The opportunity was never saved. */
  isNew: boolean;
  /** What is missing is known. */
  isChecked: boolean;
}

/** Key of the sentence that says what the state means and what comes next. */
export const toHelpKey = ({ status, isNew, isChecked }: HelpFacts): string => {
  if (isNew) return "Help_New";
  if (status === "ready" && !isChecked) return "Help_Unchecked";
  return `Help_${status}`;
};
