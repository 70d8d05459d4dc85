import { concludeFailed, concludeSent, type FailedAttempt } from "../../domain/sync/concludeAttempt";
import { isBlocking } from "../../domain/validation/Finding";
import type { LinkState } from "../../domain/link/Link";
import {
  hasMarkAfter,
  toOpportunityChanges,
  type OpportunityChanges,
} from "../../domain/opportunity/toOpportunityChanges";
import { statusOf } from "../../domain/sync/statusOf";
import { stepsOf } from "../../domain/sync/stepsOf";
import type { AuditFact } from "../../domain/audit/auditFacts";
import { toStatusFacts } from "../../domain/sync/toStatusFacts";
import { toReferralLink, type PreparedSync } from "./prepareSync";
import type { SyncProgress } from "./SyncProgress";
import type { EnginePorts } from "../EnginePorts";
import type { SyncResult } from "./SyncResult";
import { toSyncResult } from "./toSyncResult";
import { writeOutcome, type RunOutcome } from "./writeOutcome";

/** The opportunity's own columns that have to change for a link that stands like this. */
export const changesFor = (
  prepared: PreparedSync,
  state: LinkState,
  facts: readonly AuditFact[],
  isSynced: boolean,
): OpportunityChanges =>
  toOpportunityChanges(prepared.loaded.record, {
    state,
    referralLink: toReferralLink(prepared, state),
    writesMark: prepared.settings.writeCheckMarkIntoName,
    facts,
    syncedOn: isSynced ? prepared.now : null,
    now: prepared.now,
  });

const withStatus = ({ plan, loaded, settings }: PreparedSync, state: LinkState): LinkState => {
  const facts = {
    isSyncOn: loaded.record.isSyncOn,
    blockingFindings: plan.findings.filter(isBlocking).length,
    changesHere: stepsOf(loaded.opportunity, state, plan.wanted, settings.fieldMap).length,
  };
  return { ...state, status: statusOf(toStatusFacts(state, facts)) };
};

const messageFor = (
  { loaded }: PreparedSync,
  { failure, state }: SyncProgress,
  failed: FailedAttempt | null,
): RunOutcome["message"] => {
  if (failed !== null && failure !== null)
    return { failure, attempts: failed.attempts, nextAttemptOn: failed.nextAttemptOn };
  const hadAttempt = loaded.link !== null && loaded.link.memory.attempt !== null;
  return hadAttempt && state.memory.attempt === null ? "settled" : "none";
};

/** Stores what came of a run and says where the opportunity stands. */
export const concludeSync = async (
  ports: EnginePorts,
  prepared: PreparedSync,
  linkId: string,
  progress: SyncProgress,
): Promise<SyncResult> => {
  const { plan, loaded, settings, now } = prepared;
  const { failure } = progress;
  const isSent = plan.kind === "send" && failure === null;
  const reached = isSent ? { ...progress, state: concludeSent(progress.state) } : progress;
  const failed = failure === null ? null : concludeFailed(reached.state, failure, plan.wanted, now, loaded.record.id);
  const state = withStatus(prepared, failed?.state ?? reached.state);
  const facts = failed ? [...progress.facts, failed.fact] : progress.facts;
  const hasMark = hasMarkAfter(state.status, settings.writeCheckMarkIntoName);
  const unsaved = await writeOutcome(ports, {
    record: loaded.record,
    linkId,
    state: { ...state, memory: { ...state.memory, hasMark } },
    facts,
    changes: changesFor(prepared, state, facts, isSent),
    message: messageFor(prepared, reached, failed),
    settings,
    now,
  });
  return toSyncResult(prepared, state, { writes: progress.writes, unsaved });
};
