import { toFailureWords, type Failure, type FailureWords } from "../../domain/failure/Failure";
import { isStanding } from "../../domain/response/microsoftEnd";
import { isSwitchedOn, type Message } from "../../domain/maintenance/Message";
import type { DealReference } from "../../ports/MaintenanceStore";
import { syncOpportunity } from "../sync/syncOpportunity";
import { handleMessage, type takeOn } from "./handleMessage";
import type { MaintenanceRun } from "./MaintenanceRun";

/** What a replay did with one piece of work. */
export interface Replayed {
  /** `opportunity/…`, `lead/…` or `referral/…`. */
  subject: string;
  name: string;
  result: "done" | "failed" | "busy" | "left" | "switchedOff" | "outOfTime";
  failure: FailureWords | null;
}

const toReplayed = (subject: string, name: string, result: Replayed["result"], failure: Failure | null): Replayed => ({
  subject,
  name,
  result,
  failure: failure === null ? null : toFailureWords(failure.code),
});

/**
 * Does a message's work though it waits for its time or for a person: now, or as one of many by `takeOn`. What is done already
 * is not done again.
 */
export const replayMessage = async (
  run: MaintenanceRun,
  message: Message,
  handle: typeof takeOn = handleMessage,
): Promise<Replayed> => {
  const { table, id, name } = message.subject;
  const answer = (result: Replayed["result"], failure: Failure | null = null): Replayed =>
    toReplayed(`${table}/${id}`, name, result, failure);
  if (message.state === "done") return answer("done");
  if (!isSwitchedOn(run.settings, message)) return answer("switchedOff");
  if (!(await run.hasTime())) return answer("outOfTime");
  const handled = await handle(run, message);
  return handled.kind === "failed" ? answer("failed", handled.failure) : answer(handled.kind);
};

/** Compares both sides of a deal anew and makes them equal. */
export const replayDeal = async (run: MaintenanceRun, { table, recordId }: DealReference): Promise<Replayed> => {
  const { ports, isInTransaction } = run;
  const synced = await syncOpportunity(ports, { table, recordId, trigger: "maintenance", isInTransaction, look: true });
  const subject = `${table}/${recordId}`;
  if (synced.kind === "failed") return toReplayed(subject, "", "failed", synced.failure);
  const { failure, saveFailure, status } = synced.value;
  if (saveFailure !== null) return toReplayed(subject, "", "failed", saveFailure);
  const result = status === "sending" ? "busy" : failure === null || isStanding(failure.code) ? "done" : "failed";
  return { subject, name: "", result, failure };
};
