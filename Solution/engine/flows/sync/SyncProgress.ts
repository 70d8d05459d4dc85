import type { AuditFact } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import type { LinkState } from "../../domain/link/Link";

/** How far a run has come. */
export interface SyncProgress {
  /** What is known about the link, newer than what is stored. */
  state: LinkState;
  facts: readonly AuditFact[];
  /** Writes to Partner Center so far. */
  writes: number;
  /** Why the run ends here; null while it may go on. */
  failure: Failure | null;
}

export const startProgress = (state: LinkState, facts: readonly AuditFact[] = []): SyncProgress => ({
  state,
  facts,
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
