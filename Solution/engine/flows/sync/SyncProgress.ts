import type { AuditFact } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import type { LinkState } from "../../domain/link/Link";
import type { Merge } from "../../domain/merge/Merge";

/** How far a run has come: both sides brought together, newer than what is stored. */
export interface SyncProgress extends Merge {
  /** Writes to Partner Center so far. */
  writes: number;
  /** Why the run ends here; null while it may go on. */
  failure: Failure | null;
}

export const startProgress = (merge: Merge, facts: readonly AuditFact[] = []): SyncProgress => ({
  ...merge,
  facts: [...merge.facts, ...facts],
  writes: 0,
  failure: null,
});

/** Progress with a newer state and what happened on the way. */
export const advance = (progress: SyncProgress, state: LinkState, facts: readonly AuditFact[]): SyncProgress => ({
  ...progress,
  state,
  facts: [...progress.facts, ...facts],
});

export const countWrite = (progress: SyncProgress): SyncProgress => ({ ...progress, writes: progress.writes + 1 });

export const stop = (progress: SyncProgress, failure: Failure): SyncProgress => ({ ...progress, failure });
