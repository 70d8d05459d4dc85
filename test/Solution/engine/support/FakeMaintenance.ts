import { done } from "../../../../Solution/engine/domain/failure/Outcome";
import type { Failure } from "../../../../Solution/engine/domain/failure/Failure";
import {
  emptyMaintenanceMemory,
  type MaintenanceMemory,
} from "../../../../Solution/engine/domain/maintenance/MaintenanceMemory";
import { metRunCode, toMessageKey, type Message } from "../../../../Solution/engine/domain/maintenance/Message";
import type { Instant } from "../../../../Solution/engine/domain/values/instant";
import type {
  DealReference,
  EditedDeal,
  LinkVersion,
  MaintenanceStore,
} from "../../../../Solution/engine/ports/MaintenanceStore";
import type { MessageStore } from "../../../../Solution/engine/ports/MessageStore";

/** The tables that maintenance reads and writes, in memory. */
export class FakeMaintenance {
  memory: MaintenanceMemory = emptyMaintenanceMemory;
  ended: { sweptOn: Instant | null; passedOn: Instant | null }[] = [];
  leasedUntil: Instant | null = null;
  /** By own referral id. */
  readonly links = new Map<string, LinkVersion>();
  /** By key. */
  readonly messages = new Map<string, Message & { failure: Failure | null }>();
  /** Keys of messages that were left to system jobs. */
  readonly jobs: string[] = [];
  stuck: { table: "opportunity" | "lead"; recordId: string; createdOn: Instant }[] = [];
  edits: EditedDeal[] = [];
  /** Solution rows, by the opportunity they belong to. */
  solutionEdits: EditedDeal[] = [];
  shared: { table: "opportunity" | "lead"; recordId: string; createdOn: Instant }[] = [];
  left: DealReference[] = [];
  withMicrosoft: { table: "opportunity" | "lead"; recordId: string; createdOn: Instant }[] = [];
  signInEndsOn: Instant | null = null;
  connectedOn: Instant = "2026-11-22T21:00:00.000Z";
  /** Refuses to keep messages. */
  refusal: Failure | null = null;

  readonly store: MaintenanceStore = {
    lease: (_owner, now, until) => {
      if (this.leasedUntil !== null && this.leasedUntil > now) return Promise.resolve(done(null));
      this.leasedUntil = until;
      return Promise.resolve(done({ id: "lease" }));
    },
    release: () => {
      this.leasedUntil = null;
      return Promise.resolve(null);
    },
    read: () =>
      Promise.resolve(done({ memory: this.memory, signInEndsOn: this.signInEndsOn, connectedOn: this.connectedOn })),
    save: (memory, ended) => {
      this.memory = JSON.parse(JSON.stringify(memory)) as MaintenanceMemory;
      this.ended.push(ended);
      return Promise.resolve(null);
    },
    linksOf: (referralIds, engagementIds) =>
      Promise.resolve(
        done([
          ...referralIds.flatMap((id) => this.links.get(id) ?? []),
          ...[...(engagementIds.length > 0 ? this.links.values() : [])].filter(({ engagementId }) =>
            engagementIds.includes(engagementId ?? ""),
          ),
        ]),
      ),
    stuck: (_since, after, limit) =>
      Promise.resolve(done(this.stuck.filter(({ createdOn }) => createdOn > after).slice(0, limit))),
    left: (_since, limit) => Promise.resolve(done(this.left.slice(0, limit))),
    edited: (table, since, limit) =>
      Promise.resolve(
        done(
          (table === "solution" ? this.solutionEdits : this.edits.filter((deal) => deal.table === table))
            .filter(({ modifiedOn }) => modifiedOn >= since)
            .sort((left, right) => (left.modifiedOn < right.modifiedOn ? -1 : 1))
            .slice(0, limit),
        ),
      ),
    shared: (after, limit) =>
      Promise.resolve(done(this.shared.filter(({ createdOn }) => createdOn > after).slice(0, limit))),
    ofContact: () => Promise.resolve(done([])),
    withMicrosoft: (after, limit) =>
      Promise.resolve(done(this.withMicrosoft.filter(({ createdOn }) => createdOn > after).slice(0, limit))),
  };

  readonly messageStore: MessageStore = {
    postpone: ({ record, linkId, attempts, failure, nextAttemptOn, payload }) => {
      if (this.refusal !== null) return Promise.resolve(this.refusal);
      const key = toMessageKey(record);
      const before = this.messages.get(key);
      this.messages.set(key, {
        id: before?.id ?? `message ${this.messages.size + 1}`,
        rowVersion: String(Number(before?.rowVersion ?? 0) + 1),
        subject: record,
        linkId,
        state: nextAttemptOn === null ? "parked" : "waiting",
        attempts,
        nextAttemptOn,
        failureCode: failure.code,
        payload: payload ?? {},
        failure,
      });
      return Promise.resolve(null);
    },
    leaveToJob: (subject, until, payload = {}) => {
      if (this.refusal !== null) return Promise.resolve(this.refusal);
      const key = toMessageKey(subject);
      const before = this.messages.get(key);
      this.messages.set(key, {
        id: `message ${this.messages.size + 1}`,
        rowVersion: "0",
        linkId: null,
        attempts: 0,
        failureCode: null,
        failure: null,
        ...before,
        subject,
        state: "waiting",
        nextAttemptOn: until,
        payload,
      });
      this.jobs.push(key);
      return Promise.resolve(null);
    },
    settle: (record) => {
      const message = this.messages.get(toMessageKey(record));
      if (message) this.change(message, { state: "done", nextAttemptOn: null, failureCode: null });
      return Promise.resolve(null);
    },
    due: (now, direction, limit, early) =>
      Promise.resolve(
        done(
          [...this.messages.values()]
            .filter(({ subject }) => (subject.table === "referral") === (direction === "toDynamics365"))
            .filter(
              ({ state, nextAttemptOn, failureCode }) =>
                state === "waiting" && ((nextAttemptOn ?? "") <= now || early.some((code) => code === failureCode)),
            )
            .slice(0, limit),
        ),
      ),
    parkedBefore: (_before, codes, limit) =>
      Promise.resolve(
        done(
          [...this.messages.values()]
            .filter(({ state, failureCode }) => state === "parked" && codes.some((code) => code === failureCode))
            .slice(0, limit),
        ),
      ),
    thatMetRun: (ids) =>
      Promise.resolve(
        done(
          [...this.messages.values()].filter(
            ({ state, failureCode, subject }) =>
              state === "waiting" && failureCode === metRunCode && ids.includes(subject.id),
          ),
        ),
      ),
    byId: (id) => Promise.resolve(done([...this.messages.values()].find((message) => message.id === id) ?? null)),
    inWindow: (_from, _until, limit) =>
      Promise.resolve(done([...this.messages.values()].filter(({ state }) => state !== "done").slice(0, limit))),
    lease: ({ id, rowVersion }, until, payload) => {
      const message = [...this.messages.values()].find((one) => one.id === id);
      if (message?.rowVersion !== rowVersion) return Promise.resolve(done(false));
      this.change(message, { state: "waiting", nextAttemptOn: until, ...(payload === undefined ? {} : { payload }) });
      return Promise.resolve(done(true));
    },
  };

  private change(message: Message, changes: Partial<Message>): void {
    const key = toMessageKey(message.subject);
    const before = this.messages.get(key);
    if (before) this.messages.set(key, { ...before, ...changes, rowVersion: String(Number(before.rowVersion) + 1) });
  }
}
