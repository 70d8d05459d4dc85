import { toFailureWords, type FailureWords } from "../../Solution/engine/domain/failure/Failure";
import { isMicrosoftEndCode } from "../../Solution/engine/domain/response/microsoftEnd";
import { toAnswerDue, type AnswerDue } from "../shared/deal/toAnswerDue";
import type { ShownStatus } from "../shared/deal/toShownStatus";
import { toConflictRow, toDifferenceRows, type ConflictRow, type DifferenceRow } from "../shared/deal/toSideRows";
import type { LeadProps } from "./LeadProps";
import type { LeadFacts } from "./readLeadFacts";

/** What the panel concludes from the form and from what it read beside the form. */
export interface LeadState {
  status: ShownStatus;
  /** Key of the sentence that explains the status. */
  helpKey: string;
  /** Why the last sync came to nothing, while that is still so. */
  failure: FailureWords | null;
  answerDue: AnswerDue | null;
  conflicts: readonly ConflictRow[];
  differences: readonly DifferenceRow[];
  /** What Dynamics 365 could not take, or did not. */
  untaken: readonly DifferenceRow[];
}

const toStatus = ({ lead }: LeadProps): ShownStatus =>
  lead.referralIdentifier !== null && !lead.isSyncOn && lead.status !== "closed" ? "paused" : lead.status;

const toSides = (
  status: ShownStatus,
  facts: LeadFacts | null,
  { words, formats }: LeadProps,
): Pick<LeadState, "conflicts" | "differences" | "untaken"> => {
  if (facts === null || status === "closed") return { conflicts: [], differences: [], untaken: [] };
  const conflicts = facts.conflicts.map((row) => toConflictRow(row, facts, { words, formats }));
  const rows = toDifferenceRows(facts, { words, formats });
  return {
    conflicts,
    // A conflict that can be decided is shown as one, not as a difference to type over.
    differences: conflicts.length === 0 ? rows.filter(({ why }) => why === "") : [],
    untaken: rows.filter(({ why }) => why !== ""),
  };
};

const toHelpKey = (status: ShownStatus, answerDue: AnswerDue | null, code: string | null, facts: LeadFacts | null) => {
  if (answerDue?.by === "us") return "Help_answerDue";
  if (code !== null && isMicrosoftEndCode(code)) return "Help_microsoftEnded";
  const outcome = facts?.link.outcome ?? null;
  return status === "closed" && outcome !== null ? `Help_closed_${outcome}` : `Help_${status}`;
};

const withFailure: readonly ShownStatus[] = ["needsAttention", "queued"];

/** `facts` null: they are not known, or not yet. */
export const toLeadState = (props: LeadProps, facts: LeadFacts | null, now: Date): LeadState => {
  const status = toStatus(props);
  const link = facts?.link ?? null;
  const answerDue = toAnswerDue(status, link, now);
  const code = withFailure.includes(status) ? (link?.failureCode ?? null) : null;
  return {
    status,
    helpKey: toHelpKey(status, answerDue, code, facts),
    failure: code === null || answerDue !== null ? null : toFailureWords(code, null, link?.about ?? null),
    answerDue,
    ...toSides(status, facts, props),
  };
};
