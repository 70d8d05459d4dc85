import type { AuditFact } from "../../domain/audit/auditFacts";
import { toFailureCode } from "../../domain/failure/failureKinds";
import { toFailure, type Failure } from "../../domain/failure/Failure";
import { emptyMemory, type Attempt, type LinkState } from "../../domain/link/Link";
import { wasInterrupted } from "../../domain/link/lease";
import { describeMerge } from "../../domain/merge/describeMerge";
import { closeDifferences } from "../../domain/merge/settleDifferences";
import { concludeFailed, concludeSent, type FailedAttempt } from "../../domain/sync/concludeAttempt";
import {
  hasMarkAfter,
  toOpportunityChanges,
  type OpportunityChanges,
} from "../../domain/opportunity/toOpportunityChanges";
import { noteOutcome } from "../../domain/sync/noteOutcome";
import { textHash } from "../../domain/values/textHash";
import { isBlocking } from "../../domain/validation/Finding";
import { customizedPaths } from "../../domain/mapping/customizedPaths";
import { namedColumnsOf } from "../../domain/sync/SyncSettings";
import { findingsOf } from "../../domain/sync/planSync";
import { stepsOf } from "../../domain/sync/stepsOf";
import { withStatus } from "../../domain/sync/withStatus";
import type { EnginePorts } from "../EnginePorts";
import type { KeepConflicts } from "./createConflictKeeper";
import { forgetConflicts, revertInbound, withoutTaken } from "./revertInbound";
import { updateDataverse } from "./updateDataverse";
import { toReferralLink, type PreparedSync } from "./prepareSync";
import type { SyncProgress } from "./SyncProgress";
import type { SyncResult } from "./SyncResult";
import { toSyncResult } from "./toSyncResult";
import { writeOutcome, type RunOutcome } from "./writeOutcome";

/** The deal's own columns that have to change for a link that stands like this. */
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
    turnsOn: prepared.turnsOn,
    facts,
    syncedOn: isSynced ? prepared.now : null,
    now: prepared.now,
  });

const toMessage = ({ code, count, nextOn, about }: Attempt): RunOutcome["message"] => ({
  failure: {
    ...toFailure(toFailureCode(code), "a run that was stopped"),
    ...(about === undefined ? {} : { about }),
  },
  attempts: count,
  nextAttemptOn: nextOn ?? null,
});

const isRepaired = ({ loaded: { link }, now }: PreparedSync): boolean => link !== null && wasInterrupted(link, now);

/** A run that was stopped may have left a message that its link does not know of, or an attempt that no message tells of. */
const messageFor = (
  prepared: PreparedSync,
  failure: Failure | null,
  failed: FailedAttempt | null,
  { memory }: LinkState,
): RunOutcome["message"] => {
  if (failed !== null && failure !== null)
    return { failure, attempts: failed.attempts, nextAttemptOn: failed.nextAttemptOn };
  const { attempt } = memory;
  const isSettled = (prepared.loaded.link?.memory.attempt ?? null) !== null;
  if (attempt === null) return isRepaired(prepared) || isSettled ? "settled" : "none";
  return isRepaired(prepared) ? toMessage(attempt) : "none";
};

/** Neither side waits for the other. */
const hasNothingLeft = ({ loaded: { record }, rules }: PreparedSync, progress: SyncProgress): boolean => {
  const { own, outcomeHere } = progress.state.memory;
  if (own?.status === "Closed" && outcomeHere === null) return false;
  return stepsOf({ ...progress, deal: record, isComplete: true, fieldMap: rules.fieldMap }).length === 0;
};

/** All that a run leaves behind, if it ends like this. */
const conclude = (
  prepared: PreparedSync,
  progress: SyncProgress,
): Pick<RunOutcome, "state" | "facts" | "changes" | "message"> & Pick<SyncResult, "findings"> => {
  const { plan, loaded, settings, rules, now, trigger } = prepared;
  const { failure, wanted, taken } = progress;
  // What the run has seen or taken may have completed the deal.
  const findings = plan.kind === "fail" ? [] : findingsOf(loaded.record, progress, rules, namedColumnsOf(settings));
  const isComplete = !findings.some(isBlocking);
  const left = stepsOf({ ...progress, deal: loaded.record, isComplete, fieldMap: rules.fieldMap });
  const isSent = failure === null && plan.kind === "send" && left.length === 0;
  const isDone = failure === null && (isSent || hasNothingLeft(prepared, progress));
  const reached = isDone ? concludeSent(progress.state) : progress.state;
  const own = withoutTaken(wanted, plan.merge.taken.length > 0 ? plan.merge.taken : taken);
  const failed =
    failure === null ? null : concludeFailed(reached, failure, { wanted, own, trigger }, now, loaded.record.id);
  const blockingFindings = findings.filter(isBlocking).length;
  const state = withStatus(
    { ...progress, state: failed?.state ?? reached },
    {
      deal: loaded.record,
      blockingFindings,
      isPaused: !settings.outboundEnabled,
      isComplete,
      fieldMap: rules.fieldMap,
    },
  );
  const facts = failed ? [...progress.facts, failed.fact] : progress.facts;
  const told = state.microsoftReferralId === null ? prepared.toldMicrosoft : null;
  const unseen = told === null ? state.memory.unseen : "runWasStopped";
  const changes = changesFor(prepared, state, facts, isSent || taken.length > 0);
  const trailHash = changes.audit === undefined ? state.memory.trailHash : textHash(changes.audit);
  const hasMark = hasMarkAfter(state.status, settings.writeCheckMarkIntoName);
  return {
    state: {
      ...state,
      microsoftReferralId: told ?? state.microsoftReferralId,
      memory: {
        ...state.memory,
        unseen,
        hasMark,
        trailHash,
        customizedPaths: customizedPaths(rules.fieldMap, loaded.record.table),
      },
    },
    facts,
    changes,
    message: messageFor(prepared, failure, failed, state),
    findings: [...findings, ...prepared.unmapped],
  };
};

/** Stores what came of a run and says where the deal stands, and whether somebody edited it meanwhile. */
export const concludeSync = async (
  ports: EnginePorts,
  prepared: PreparedSync,
  linkId: string,
  reached: SyncProgress,
  keep: KeepConflicts,
): Promise<{ result: SyncResult; isEdited: boolean }> => {
  const { loaded, settings, rules, now } = prepared;
  const { record } = loaded;
  const isClosedNow = reached.state.memory.own?.status === "Closed";
  const ended = isClosedNow ? { ...reached, ...closeDifferences(reached, rules) } : reached;
  const closed = { ...ended, facts: [...ended.facts, ...describeMerge(reached, ended, rules.fieldMap)] };
  const outcome = noteOutcome(closed, record, now);
  // How a seller here has closed the deal is no news from Partner Center.
  const isOwnAnswer = prepared.plan.merge.state.memory.answer !== null;
  const isTold = record.isSyncOn && (rules.inboundEnabled || isOwnAnswer);
  const withoutMissing = (progress: SyncProgress): SyncProgress =>
    forgetConflicts(progress, keep.missing(progress.conflicts), loaded.link?.memory ?? emptyMemory);
  const kept = await keep(outcome.merge.conflicts);
  const story = { ...closed, ...outcome.merge };
  const told =
    kept === null
      ? await updateDataverse(
          ports,
          prepared,
          story,
          isTold ? outcome.closing : null,
          (told) => conclude(prepared, told).changes,
        )
      : {
          progress: withoutMissing(
            revertInbound(story, story.taken, toFailure("dataverse.changedMeanwhile", ""), rules),
          ),
          isSaved: true,
          saveFailure: kept,
        };
  const unkept = await keep(told.progress.conflicts);
  const left = unkept === null ? told.progress : withoutMissing(told.progress);
  const { state, facts, changes, message, findings } = conclude(prepared, left);
  const { refusal, isEdited } = await writeOutcome(ports, {
    record,
    linkId,
    state,
    facts,
    changes: told.isSaved ? {} : changes,
    message,
    attemptBefore: loaded.link?.memory.attempt ?? null,
    settings,
    now,
    isRepair: isRepaired(prepared),
    mayBeEdited: reached.writes > 0 && !told.isSaved,
  });
  const saveFailure = told.saveFailure ?? unkept ?? refusal;
  const result = toSyncResult(prepared, state, { writes: reached.writes, saveFailure, answered: null });
  return { result: { ...result, findings }, isEdited };
};
