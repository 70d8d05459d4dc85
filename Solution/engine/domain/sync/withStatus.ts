import { answerDueCode } from "../failure/Failure";
import type { LinkState } from "../link/Link";
import type { Merge } from "../merge/Merge";
import { microsoftEndOf } from "../response/microsoftEnd";
import type { SyncRecord } from "../opportunity/SyncRecord";
import type { Instant } from "../values/instant";
import type { SyncStatus } from "./syncStatus";
import { statusOf } from "./statusOf";
import { isOffered, stepsOf, type StepFacts } from "./stepsOf";
import { toStatusFacts } from "./toStatusFacts";

/** When the answer that somebody owes is due: ours for an offered deal, Microsoft's for an invitation. */
const answerDueOf = (state: LinkState): Instant | null => {
  const { own, microsoft } = state.memory;
  if (own?.status === "Closed") return null;
  if (isOffered(state)) return own?.expiresOn ?? null;
  return microsoft?.status === "New" ? microsoft.expiresOn : null;
};

const failureCodeOf = ({ state, wanted }: Merge, status: SyncStatus, isSyncOn: boolean): string | null => {
  const { attempt } = state.memory;
  if (attempt !== null) return attempt.code;
  if (!isSyncOn) return null;
  if (isOffered(state)) return answerDueCode;
  return status === "needsAttention" ? microsoftEndOf(state.memory, wanted) : null;
};

type StatusInput = Pick<StepFacts, "isComplete" | "fieldMap"> & {
  deal: Pick<SyncRecord, "table" | "isSyncOn" | "state">;
  blockingFindings: number;
  isPaused: boolean;
};

/** The link with its status, what is wrong, and until when somebody has to answer. */
export const withStatus = (merge: Merge, { deal, blockingFindings, isPaused, ...facts }: StatusInput): LinkState => {
  const { state } = merge;
  const changesHere = stepsOf({ ...merge, ...facts, deal }).length;
  const status = statusOf(
    toStatusFacts(state, merge.wanted, { isSyncOn: deal.isSyncOn, isPaused, blockingFindings, changesHere }),
  );
  return {
    ...state,
    status,
    failureCode: failureCodeOf(merge, status, deal.isSyncOn),
    answerDueOn: answerDueOf(state),
  };
};
