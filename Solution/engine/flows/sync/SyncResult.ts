import type { Failure, FailureWords } from "../../domain/failure/Failure";
import type { Finding } from "../../domain/validation/Finding";
import type { SyncStatus } from "../../domain/sync/syncStatus";

/** Where an opportunity stands after a run. */
export interface SyncResult {
  status: SyncStatus;
  findings: readonly Finding[];
  failure: FailureWords | null;
  /** Writes to Partner Center that this run made. */
  writes: number;
  referralIdentifier: string;
  referralLink: string;
  /** Dynamics 365 refused to store the outcome; what was sent is found again by the next run. */
  unsaved: Failure | null;
}
