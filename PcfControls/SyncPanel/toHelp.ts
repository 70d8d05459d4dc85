import type { AnswerDue } from "./toAnswerDue";
import type { ShownStatus } from "./toShownStatus";

export interface HelpFacts {
  status: ShownStatus;
  answerDue: AnswerDue | null;
  /** The opportunity was never saved. */
  isNew: boolean;
  /** What is missing is known. */
  isChecked: boolean;
  /** Microsoft has ended its side of the deal. */
  hasMicrosoftEnded: boolean;
}

/** Key of a sentence, and the values of its places. */
export interface Help {
  key: string;
  values: readonly number[];
}

const sentence = (key: string, ...values: number[]): Help => ({ key, values });

/** The sentence that says what the state means and what comes next. */
export const toHelp = ({ status, answerDue, isNew, isChecked, hasMicrosoftEnded }: HelpFacts): Help => {
  if (isNew) return sentence("Help_New");
  if (answerDue?.by === "us") return sentence("Help_answerDue");
  if (hasMicrosoftEnded) return sentence("Help_microsoftEnded");
  const daysLeft = answerDue?.daysLeft ?? null;
  if (daysLeft !== null) return daysLeft <= 1 ? sentence("Help_WaitingOneDay") : sentence("Help_WaitingDays", daysLeft);
  if (status === "ready" && !isChecked) return sentence("Help_Unchecked");
  return sentence(`Help_${status}`);
};
