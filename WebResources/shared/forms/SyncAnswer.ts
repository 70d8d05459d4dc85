import type { FailureOwner } from "../../../Solution/engine/domain/failure/failureKinds";
import type { SyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";

export interface AnsweredFinding {
  severity: "blocking" | "warning";
  words: string;
  fix: string;
}

export interface AnsweredFailure {
  code: string;
  /** Of whoever refused, in words of their own; empty where nobody said more. */
  reason: string;
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
