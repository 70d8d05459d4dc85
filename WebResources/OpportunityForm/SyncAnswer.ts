import type { FailureOwner } from "../../Solution/engine/domain/failure/failureKinds";
import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";

export interface AnsweredFinding {
  severity: "blocking" | "warning";
  words: string;
  fix: string;
}

export interface AnsweredFailure {
  words: string;
  /** Says who can do it, too. */
  fix: string;
  owner: FailureOwner;
}

/** What the custom API says about one opportunity, as far as the form tells it. */
export interface SyncAnswer {
  status: SyncStatus;
  findings: AnsweredFinding[];
  failure: AnsweredFailure | null;
}
