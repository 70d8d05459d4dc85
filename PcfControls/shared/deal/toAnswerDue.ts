import { answerDueCode } from "../../../Solution/engine/domain/failure/Failure";
import type { LinkFacts } from "./LinkFacts";
import { toDaysLeft } from "./toDaysLeft";
import type { ShownStatus } from "./toShownStatus";

/** Who is asked for an answer, and how long there is left; null days where the referral did not tell. */
export interface AnswerDue {
  by: "us" | "microsoft";
  daysLeft: number | null;
}

/** The answer that is waited for; null where nobody is asked anything. */
export const toAnswerDue = (status: ShownStatus, link: LinkFacts | null, now: Date): AnswerDue | null => {
  if (link === null) return null;
  const daysLeft = link.answerDueOn === null ? null : toDaysLeft(link.answerDueOn, now);
  if (status === "waitingOnMicrosoft") return { by: "microsoft", daysLeft };
  return status === "needsAttention" && link.failureCode === answerDueCode ? { by: "us", daysLeft } : null;
};
