import type { AuditFact } from "../../domain/audit/auditFacts";
import type { Failure } from "../../domain/failure/Failure";
import type { Instant } from "../../domain/values/instant";
import { addCalls } from "../../domain/link/addCalls";
import type { Attempt, LinkState } from "../../domain/link/Link";
import type { OpportunityChanges } from "../../domain/opportunity/toOpportunityChanges";
import type { SyncRecord } from "../../domain/opportunity/SyncRecord";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { PostponedWork } from "../../ports/MessageStore";
import type { EnginePorts } from "../EnginePorts";
import { chainFacts } from "./chainFacts";

/** All that a run leaves in Dynamics 365. */
export interface RunOutcome {
  record: SyncRecord;
  linkId: string;
  state: LinkState;
  facts: readonly AuditFact[];
  changes: OpportunityChanges;
  message: "none" | "settled" | Pick<PostponedWork, "attempts" | "failure" | "nextAttemptOn">;
  /** The attempt that a settled message told of. */
  attemptBefore: Attempt | null;
  settings: SyncSettings;
  now: Instant;
  /** The run before came to no end, and may have left open conflicts that no link knows. */
  isRepair: boolean;
  /** The run took so long that somebody may have edited the record meanwhile, which its own write would hide. */
  mayBeEdited: boolean;
}

/** What came of it. */
export interface Written {
  /** The first refusal. */
  refusal: Failure | null;
  /** Somebody edited the record during the run. */
  isEdited: boolean;
}

const writeMessage = ({ messages }: EnginePorts, { record, linkId, message }: RunOutcome): Promise<Failure | null> => {
  if (message === "none") return Promise.resolve(null);
  return message === "settled" ? messages.settle(record) : messages.postpone({ record, linkId, ...message });
};

const forgetConflicts = (
  { conflicts }: EnginePorts,
  { linkId, state, isRepair }: RunOutcome,
): Promise<Failure | null> =>
  isRepair
    ? conflicts.forget(
        linkId,
        Object.values(state.memory.differences).map(({ key }) => key),
      )
    : Promise.resolve(null);

/** A record that cannot be read counts as edited: nothing else would tell of an edit that this run's own write hides. */
const wasEdited = async ({ records }: EnginePorts, { record, mayBeEdited }: RunOutcome): Promise<boolean> =>
  mayBeEdited && (await records[record.table].readVersion(record.id)) !== record.rowVersion;

/** Facts that a link keeps while the trail takes none. */
const maxUntold = 50;

/**
 * Stores the outcome of a run: the trail first, for the link then says how far it goes, and the link last, for it gives the lease
 * back. A run that is stopped before leaves its lease, by which maintenance finds and repairs what is missing; so does one whose
 * trail, record or message was refused, or whose record was edited meanwhile. One refusal does not keep the rest from being
 * stored.
 */
export const writeOutcome = async (ports: EnginePorts, outcome: RunOutcome): Promise<Written> => {
  const { record, linkId, state, facts, changes, attemptBefore, now } = outcome;
  const all = [...state.memory.untold, ...facts];
  const entries = await chainFacts(state, all, now, ports.digest);
  const auditFailure = entries.length > 0 ? await ports.auditLog.append(record, linkId, entries) : null;
  const untold = auditFailure === null ? [] : all.slice(-maxUntold);
  const last = auditFailure === null ? entries.at(-1) : undefined;
  const isEdited = await wasEdited(ports, outcome);
  const saveFailure =
    Object.keys(changes).length > 0 ? await ports.records[record.table].save(record, changes, outcome.settings) : null;
  const messageFailure = await writeMessage(ports, outcome);
  const unforgotten = await forgetConflicts(ports, outcome);
  // A message that stays open is settled by the next run, which knows it by its attempt.
  const attempt = messageFailure !== null && outcome.message === "settled" ? attemptBefore : state.memory.attempt;
  const counted: LinkState = {
    ...state,
    ...addCalls(state, ports.calls.take(), now),
    ...(last ? { auditSequence: last.sequence, auditHash: last.hash } : {}),
    memory: { ...state.memory, untold, attempt },
  };
  const refusal = [auditFailure, saveFailure, messageFailure, unforgotten].find((one) => one !== null) ?? null;
  // A record that was deleted meanwhile waits for nothing.
  const isGone = saveFailure?.code === "dataverse.rowGone";
  const isFinished = isGone || (!isEdited && refusal === null);
  const unlinked = await ports.links.save(linkId, counted, isFinished ? null : now);
  return { refusal: refusal ?? unlinked, isEdited };
};
