import { toFailureWords } from "../../domain/failure/Failure";
import type { LinkState } from "../../domain/link/Link";
import { toReferralLink, type PreparedSync } from "./prepareSync";
import type { SyncResult } from "./SyncResult";

/** The result of a run that leaves the link like this. */
export const toSyncResult = (
  prepared: PreparedSync,
  state: LinkState,
  rest: Pick<SyncResult, "writes" | "unsaved">,
): SyncResult => ({
  ...rest,
  status: state.status,
  findings: prepared.plan.findings,
  failure: state.failureCode === null ? null : toFailureWords(state.failureCode),
  referralIdentifier: state.referralId ?? "",
  referralLink: toReferralLink(prepared, state),
});
