import { toFailureWords, type NextAttempt } from "../../domain/failure/Failure";
import { failureAbout } from "../../domain/link/failureAbout";
import type { LinkState } from "../../domain/link/Link";
import { toReferralLink, type PreparedSync } from "./prepareSync";
import type { SyncResult } from "./SyncResult";

const toNext = ({ memory: { attempt } }: LinkState): NextAttempt | null =>
  attempt?.nextOn === undefined ? null : { nextAttemptOn: attempt.nextOn };

/** The result of a run that leaves the link like this. */
export const toSyncResult = (
  prepared: PreparedSync,
  state: LinkState,
  rest: Pick<SyncResult, "writes" | "saveFailure" | "answered">,
): SyncResult => ({
  ...rest,
  status: state.status,
  findings: prepared.plan.findings,
  failure:
    state.failureCode === null
      ? null
      : toFailureWords(state.failureCode, toNext(state), failureAbout(state.failureCode, state.memory)),
  referralIdentifier: state.referralId ?? "",
  referralLink: toReferralLink(prepared, state),
  answerDueOn: state.answerDueOn,
});
