import { toFailure, type Failure } from "../../domain/failure/Failure";
import { toFailureCode } from "../../domain/failure/failureKinds";
import { countAttempts, nextAttemptOn } from "../../domain/failure/nextAttemptOn";
import { isRunning, leaseMs } from "../../domain/link/lease";
import {
  metRunCode,
  toMessageKey,
  toReferralSubject,
  type Message,
  type MessageSubject,
} from "../../domain/maintenance/Message";
import { isStanding } from "../../domain/response/microsoftEnd";
import { addMs } from "../../domain/values/instant";
import type { JsonObject } from "../../domain/values/Json";
import type { EnginePorts } from "../EnginePorts";
import { noteReads } from "../inbound/noteReads";
import { syncOpportunity } from "../sync/syncOpportunity";
import { leaveToJob } from "../leaveToJob";
import type { MaintenanceRun } from "./MaintenanceRun";

/** What became of one message. */
export type Handled =
  /** The work is done. */
  | { kind: "done" }
  /** It failed again, and is stored as waiting or parked. */
  | { kind: "failed"; failure: Failure }
  /** Another run is at it. */
  | { kind: "busy" }
  /** A system job of its own does it. */
  | { kind: "left" };

type Worked = { kind: "done" } | { kind: "busy" } | { kind: "failed"; failure: Failure; isStored: boolean };

type Run = Pick<MaintenanceRun, "ports" | "importReferral" | "isInTransaction">;

const work = async (
  { ports, importReferral, isInTransaction }: Run,
  { subject, failureCode, payload }: Message,
): Promise<Worked> => {
  if (subject.table === "referral") {
    const { changedOn } = payload;
    const brought = await importReferral(ports, subject.id, typeof changedOn === "string" ? changedOn : null);
    return brought.kind === "failed" ? { ...brought, isStored: false } : { kind: "done" };
  }
  const deal = { table: subject.table, recordId: subject.id } as const;
  const [look, trail] = [payload["look"] === true, payload["trail"] === true];
  const request = { ...deal, trigger: "maintenance", isInTransaction, look, trail } as const;
  const synced = await syncOpportunity(ports, request);
  if (synced.kind === "failed") return { ...synced, isStored: false };
  const { failure, status, saveFailure } = synced.value;
  if (saveFailure !== null) return { kind: "failed", failure: saveFailure, isStored: false };
  if (status === "sending") return { kind: "busy" };
  if (failure === null || isStanding(failure.code)) return { kind: "done" };
  // The sync has brought the message up to date itself.
  return { kind: "failed", failure: toFailure(toFailureCode(failure.code), failureCode ?? ""), isStored: true };
};

const toSubject = ({ subject }: Message): MessageSubject => ({ ...toReferralSubject(subject.id), ...subject });

/**
 * A job that stores its message came to its end. It may have left more to do than the notification told of, unless it met
 * another run.
 */
const endedPayload = ({ payload }: Pick<Message, "payload">, hasMetRun = false): JsonObject => ({
  ...payload,
  lease: null,
  unended: 0,
  changedOn: hasMetRun ? (payload["changedOn"] ?? null) : null,
});

const postpone = async ({ ports }: Run, message: Message, failure: Failure): Promise<Failure | null> => {
  const before = message.failureCode === null ? null : { code: message.failureCode, count: message.attempts };
  const attempts = countAttempts(before, failure);
  const next = nextAttemptOn(failure, attempts, await ports.clock.now(), toMessageKey(message.subject));
  await ports.trace.note(`${failure.code}: ${failure.cause}`);
  const record = toSubject(message);
  const { linkId } = message;
  const payload = endedPayload(message, failure.code === metRunCode);
  return ports.messages.postpone({ record, linkId, attempts, failure, nextAttemptOn: next, payload });
};

/** Whether the link of a referral is held by a run, which looks for messages like this before it ends; true where it has none. */
const isHeld = async ({ inbound, clock }: EnginePorts, referralId: string): Promise<boolean> => {
  const links = await inbound.findLinks({ kind: "referral", referralId });
  const link = links.kind === "done" ? links.value[0] : undefined;
  return link === undefined || isRunning(link.leaseExpiresOn, await clock.now());
};

/** Stores what failed. Where the run that was met gave its lease back before there was a message, a job looks again at once. */
const keep = async (run: Run, message: Message, failure: Failure): Promise<void> => {
  const refusal = await postpone(run, message, failure);
  const { subject, payload } = message;
  if (refusal !== null || failure.code !== metRunCode || subject.table !== "referral") return;
  if (!(await isHeld(run.ports, subject.id))) await leaveToJob(run.ports, subject, {}, endedPayload({ payload }, true));
};

/** Whoever waits for another run, or for the time that Partner Center asked for, comes back so soon. */
const returnMs = 30_000;

/** The message as it is now; one that waits holds this run's lease unless somebody left it to a job meanwhile. */
const readAgain = async ({ ports: { messages } }: Run, { id }: Message): Promise<Message | null> => {
  const found = await messages.byId(id);
  return found.kind === "done" ? found.value : null;
};

/** The work was left, or has been stored by somebody else: nobody need wait for the lease to end. */
const releaseMessage = async ({ ports: { messages, clock } }: Run, held: Message): Promise<void> => {
  await messages.lease(held, addMs(await clock.now(), returnMs), endedPayload(held));
};

/** Whether a job of the message met this run and came to its end meanwhile: nobody is at it, and it may tell of more. */
const isDeserted = ({ failureCode, payload }: Message): boolean =>
  failureCode === metRunCode && typeof payload["lease"] !== "string";

/** Does a message's work now, whether it is due, waiting or parked; of runs at the same time one does. */
export const handleMessage = async (run: Run, message: Message): Promise<Handled> => {
  const { messages, clock, ids } = run.ports;
  const lease = await ids.next();
  const until = addMs(await clock.now(), leaseMs);
  const leased = await messages.lease(message, until, { ...message.payload, lease });
  if (leased.kind === "failed") return leased;
  if (!leased.value) return { kind: "busy" };
  const reads = noteReads(run.ports);
  const worked = await work({ ...run, ports: reads.ports }, message);
  const current = await readAgain(run, message);
  const waiting = current?.state === "waiting" ? current : null;
  // What was left to a job meanwhile may tell of more than this run has read: that job stores what becomes of it.
  const isLeft = waiting !== null && waiting.payload["lease"] !== lease;
  if (isLeft && isDeserted(waiting)) await leaveToJob(run.ports, waiting.subject, {}, waiting.payload);
  const subject = { ...message.subject, name: reads.titleOf(message.subject.id) || message.subject.name };
  if (worked.kind === "failed" && !worked.isStored) {
    // The run that was met has stored what keeps both from their end.
    const isKnown = current?.state === "parked" && worked.failure.code === metRunCode;
    if (!isLeft && !isKnown) await keep(run, { ...message, subject }, worked.failure);
    return { kind: "failed", failure: worked.failure };
  }
  if (worked.kind === "done") {
    const refusal = isLeft ? null : await messages.settle(subject);
    return refusal === null ? { kind: "done" } : { kind: "failed", failure: refusal };
  }
  // A sync that stored nothing waits for the time of its last attempt.
  if (waiting !== null && !isLeft) await releaseMessage(run, waiting);
  return worked.kind === "busy" ? { kind: "busy" } : { kind: "failed", failure: worked.failure };
};

/** Jobs of one message that nothing was heard of, after which a person has to look. */
const maxUnended = 5;

/**
 * Does a message's work now; inside a transaction leaves it to a job, since records share none with one another, nor with
 * whoever goes through them. Whatever ends a job stores the message anew, and so forgets how many came to no end before.
 */
export const takeOn = async (run: Run, message: Message): Promise<Handled> => {
  if (!run.isInTransaction) return handleMessage(run, message);
  const { subject, payload } = message;
  const unended = Number(payload["unended"] ?? 0);
  const refusal =
    unended < maxUnended
      ? await leaveToJob(run.ports, subject, { unended: unended + 1 }, payload)
      : await postpone(run, message, toFailure("host.neverEnded", `${unended} jobs of ${subject.table} ${subject.id}`));
  return refusal === null ? { kind: "left" } : { kind: "failed", failure: refusal };
};
