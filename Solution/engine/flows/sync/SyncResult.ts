import type { Failure, FailureWords } from "../../domain/failure/Failure";
import type { AnswerOutcome } from "../../domain/response/answerOutcomes";
import type { Finding } from "../../domain/validation/Finding";
import type { Instant } from "../../domain/values/instant";
import type { SyncStatus } from "../../domain/sync/syncStatus";

/** Where a deal stands after a run. */
export interface SyncResult {
  status: SyncStatus;
  findings: readonly Finding[];
  failure: FailureWords | null;
  /** Writes to Partner Center that this run made. */
  writes: number;
  referralIdentifier: string;
  referralLink: string;
  /** When the answer that somebody owes is due; null where nobody owes one. */
  answerDueOn: Instant | null;
  /** What became of the answer of the request; null where it held none. */
  answered: AnswerOutcome | null;
  /**
   * What was to be done was not, or not all of it, and the caller has to come again: Dynamics 365 refused to store the outcome,
   * or another run holds the deal and does not know what this one was told.
   */
  saveFailure: Failure | null;
}

/** How a record stands that has no referral: it is gone, or a person took the referral off it. */
export const unshared: SyncResult = {
  status: "notShared",
  findings: [],
  failure: null,
  writes: 0,
  referralIdentifier: "",
  referralLink: "",
  answerDueOn: null,
  answered: null,
  saveFailure: null,
};
