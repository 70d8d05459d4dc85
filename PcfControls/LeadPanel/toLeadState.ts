import { toFailureWords, type FailureWords } from "../../Solution/engine/domain/failure/Failure";
import { isMicrosoftEndCode } from "../../Solution/engine/domain/response/microsoftEnd";
import { toAnswerDue, type AnswerDue } from "../shared/deal/toAnswerDue";
import type { ShownStatus } from "../shared/deal/toShownStatus";
import { noSides, toSides, type Sides } from "../shared/deal/toSideRows";
import type { LeadProps } from "./LeadProps";
import type { LeadFacts } from "./readLeadFacts";

/** What the panel concludes from the form and from what it read beside the form. */
export interface LeadState extends Sides {
  status: ShownStatus;
  /** Key of the sentence that explains the status. */
  helpKey: string;
  /** Why the last sync came to nothing, while that is still so. */
  failure: FailureWords | null;
  answerDue: AnswerDue | null;
}

const toStatus = ({ lead }: LeadProps): ShownStatus =>
  lead.referralIdentifier !== null && !lead.isSyncOn && lead.status !== "closed" ? "paused" : lead.status;

const toHelpKey = (status: ShownStatus, answerDue: AnswerDue | null, code: string | null, facts: LeadFacts | null) => {
  if (answerDue?.by === "us") return "Help_answerDue";
  if (code !== null && isMicrosoftEndCode(code)) return "Help_microsoftEnded";
  const outcome = facts?.link.outcome ?? null;
  return status === "closed" && outcome !== null ? `Help_closed_${outcome}` : `Help_${status}`;
};

const withFailure: readonly ShownStatus[] = ["needsAttention", "queued"];

/** `facts` null: they are not known, or not yet. */
export const toLeadState = (props: LeadProps, facts: LeadFacts | null, now: Date): LeadState => {
  const { words, formats } = props;
  const status = toStatus(props);
  const link = facts?.link ?? null;
  const answerDue = toAnswerDue(status, link, now);
  const code = withFailure.includes(status) ? (link?.failureCode ?? null) : null;
  return {
    status,
    helpKey: toHelpKey(status, answerDue, code, facts),
    failure: code === null || answerDue !== null ? null : toFailureWords(code, null, link?.about ?? null),
    answerDue,
    ...(facts === null || status === "closed" ? noSides : toSides(facts, true, { words, formats })),
  };
};
