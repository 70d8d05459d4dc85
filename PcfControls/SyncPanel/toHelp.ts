import type { AnswerDue } from "../shared/deal/toAnswerDue";
import type { Outcome } from "../shared/deal/LinkFacts";
import type { ShownStatus } from "../shared/deal/toShownStatus";

export interface HelpFacts {
  status: ShownStatus;
  answerDue: AnswerDue | null;
  /** The opportunity was never saved. */
  isNew: boolean;
  /** What is missing is known. */
  isChecked: boolean;
  /** Microsoft has ended its side of the deal. */
  hasMicrosoftEnded: boolean;
  /** All that differs is what Dynamics 365 could not take. */
  isOnlyUntaken: boolean;
  /** It waits for an administrator, who has switched off sending. */
  isSwitchedOff: boolean;
  /** How the closed deal ended in Partner Center; null where that is not known. */
  outcome: Outcome | null;
}

/** Key of a sentence, and the values of its places. */
export interface Help {
  key: string;
  values: readonly number[];
}

const sentence = (key: string, ...values: number[]): Help => ({ key, values });

/** The sentence that says what the state means and what comes next. */
export const toHelp = (facts: HelpFacts): Help => {
  const { status, answerDue } = facts;
  if (facts.isNew) return sentence("Help_New");
  if (answerDue?.by === "us") return sentence("Help_answerDue");
  if (facts.hasMicrosoftEnded) return sentence("Help_microsoftEnded");
  const daysLeft = answerDue?.daysLeft ?? null;
  if (daysLeft !== null) return daysLeft <= 1 ? sentence("Help_WaitingOneDay") : sentence("Help_WaitingDays", daysLeft);
  if (facts.isSwitchedOff) return sentence("Help_switchedOff");
  if (status === "ready" && !facts.isChecked) return sentence("Help_Unchecked");
  if (status === "changedAtMicrosoft" && facts.isOnlyUntaken) return sentence("Help_untaken");
  if (status === "closed" && facts.outcome !== null) return sentence(`Help_closed_${facts.outcome}`);
  return sentence(`Help_${status}`);
};
