import type { KnownColumns } from "../../domain/columns/ColumnFacts";
import type { MergeRules } from "../../domain/merge/Merge";
import type { Outcome } from "../../domain/failure/Outcome";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { KeepConflicts } from "./createConflictKeeper";
import type { SyncProgress } from "./SyncProgress";
import type { PartnerCenter } from "../../ports/PartnerCenter";
import type { SyncStep } from "../../domain/sync/SyncPlan";

/** What every step towards Partner Center is made from, beyond the values themselves. */
export interface StepContext {
  partnerCenter: PartnerCenter;
  record: SyncRecord;
  /** Nothing that Partner Center would refuse is missing. */
  isComplete: (progress: SyncProgress) => boolean;
  rules: MergeRules;
  /** What the columns take, asked for when a referral has to be merged in. */
  columns: () => Promise<KnownColumns>;
  /** Whether the value that lost in this field is stored only as long as the transaction of this run does not fail. */
  isUnsafe: (path: string) => boolean;
  keep: KeepConflicts;
  /** Whether a referral belongs to a link; one that this run is about has none yet. */
  hasLink: (referralId: string) => Promise<Outcome<boolean>>;
  /** Whether all that the step writes was approved; so is everything where nobody had to approve. */
  mayWrite: (step: SyncStep) => boolean;
}
