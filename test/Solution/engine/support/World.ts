import type { KnownColumns } from "../../../../Solution/engine/domain/columns/ColumnFacts";
import { createHash } from "node:crypto";
import type { Conflict } from "../../../../Solution/engine/domain/merge/Conflict";
import type { AuditEntry } from "../../../../Solution/engine/domain/audit/AuditEntry";
import { toFailure, type Failure } from "../../../../Solution/engine/domain/failure/Failure";
import { leaseMs } from "../../../../Solution/engine/domain/link/lease";
import { addMs } from "../../../../Solution/engine/domain/values/instant";
import { emptyLinkState, type Link } from "../../../../Solution/engine/domain/link/Link";
import type { Opportunity } from "../../../../Solution/engine/domain/opportunity/Opportunity";
import type { SyncRecord } from "../../../../Solution/engine/domain/opportunity/SyncRecord";
import { done, failed } from "../../../../Solution/engine/domain/failure/Outcome";
import type { SyncSettings } from "../../../../Solution/engine/domain/sync/SyncSettings";
import { syncOpportunity } from "../../../../Solution/engine/flows/sync/syncOpportunity";
import type { RecordStore } from "../../../../Solution/engine/ports/RecordStore";
import { answerRequest } from "../../../../Solution/engine/flows/answerRequest";
import type { EngineAnswer } from "../../../../Solution/engine/flows/EngineAnswer";
import type { EngineRequest } from "../../../../Solution/engine/flows/EngineRequest";
import type { JsonObject } from "../../../../Solution/engine/domain/values/Json";
import type { EnginePorts } from "../../../../Solution/engine/flows/EnginePorts";
import type { SyncRequest } from "../../../../Solution/engine/flows/sync/SyncRequest";
import type { SyncResult } from "../../../../Solution/engine/flows/sync/SyncResult";
import { MemoryFieldMaps } from "./MemoryFieldMaps";
import { absentPort } from "./absentPort";
import { conflictsIn } from "./conflictsIn";
import { fakeTrails } from "./fakeTrails";
import { FakePartnerCenter } from "./FakePartnerCenter";
import { sampleOpportunity, sampleRecord, sampleSettings } from "./sampleOpportunity";

/** Rows of Dataverse that a run reads and writes. */
interface Rows {
  record: SyncRecord;
  lastSyncedOn: string | null;
  link: Link | null;
  messages: { state: "waiting" | "parked" | "done"; attempts: number; code: string; nextAttemptOn: string | null }[];
  /** Records that were left to a job of their own. */
  jobs: string[];
  entries: AuditEntry[];
  /** By key. */
  conflicts: Record<string, Conflict>;
}

type Write = (rows: Rows) => void;

/** One write, unless it is refused at that moment. */
type WriteRows = (operation: string, change: Write, isRefused?: () => Failure | null) => Promise<Failure | null>;

/** The platform stopped the run: nothing after this happens. */
export class Killed extends Error {}

/**
 * Dataverse and Partner Center in memory, as the ports see them. A run inside a transaction keeps its writes to itself and
 * its lock on the link until it ends; when it is killed they vanish. Outside, every write counts at once.
 */
export class World {
  opportunity: Opportunity;
  readonly rows: Rows;
  settings: SyncSettings;
  now = "2026-11-22T21:00:00.000Z";
  /** What columns take, by place in the referral; absent: unknown. */
  columns: KnownColumns = {};
  readonly partnerCenter = new FakePartnerCenter();
  /** Reads and writes of Dataverse, by name. */
  readonly dataverse: string[] = [];
  /** Refuses a write of Dataverse by name. */
  refuse: (operation: string) => Failure | null = () => null;
  /** What Dynamics 365 makes of values that it is told: a column that it computes, a business rule, rounding. */
  keep: (values: Partial<Opportunity>) => Partial<Opportunity> = (values) => values;
  /** The user of a custom API may see the deal. */
  isVisible = true;
  /** Columns that settings name and that do not exist; what they should hold is not read. */
  missingColumns: readonly string[] = [];
  /** Called at every port operation; throws `Killed` to stop a run, or waits to let another go first. */
  pulse: () => Promise<void> = () => Promise.resolve();
  private lockedBy: object | null = null;
  private waiting: (() => void)[] = [];
  private counter = 0;
  private rowHeldBy: object | null = null;
  private readonly pendingEdits: Partial<Opportunity>[] = [];

  constructor(opportunity: Partial<Opportunity> = {}, record: Partial<SyncRecord> = {}) {
    this.opportunity = sampleOpportunity(opportunity);
    this.rows = {
      record: sampleRecord(record),
      lastSyncedOn: null,
      link: null,
      messages: [],
      entries: [],
      conflicts: {},
      jobs: [],
    };
    this.settings = sampleSettings();
    this.partnerCenter.pulse = () => this.pulse();
    this.partnerCenter.now = () => this.now;
  }

  pass(ms: number): void {
    this.now = addMs(this.now, ms);
  }

  /** Somebody saves the opportunity; while a transaction holds the row, that waits for its end. */
  edit(changes: Partial<Opportunity>): void {
    if (this.rowHeldBy !== null) this.pendingEdits.push(changes);
    else this.change(changes);
  }

  private change(changes: Partial<Opportunity>): void {
    this.opportunity = { ...this.opportunity, ...changes };
    this.touch(this.rows);
  }

  private touch({ record }: Rows): void {
    record.rowVersion = String(Number(record.rowVersion) + 1);
    record.modifiedOn = this.now;
  }

  /** One run of the engine; null when it was killed. */
  async run(request: Partial<SyncRequest> = {}): Promise<SyncResult | null> {
    const whole: SyncRequest = {
      table: "opportunity",
      recordId: this.opportunity.id,
      trigger: "person",
      isInTransaction: false,
      ...request,
    };
    const transaction = whole.isInTransaction ? new Transaction() : null;
    try {
      const outcome = await syncOpportunity(this.ports(transaction), whole);
      if (outcome.kind === "failed") throw new Error(outcome.failure.cause);
      transaction?.writes.forEach((write) => write(this.rows));
      return outcome.value;
    } catch (failure) {
      if (failure instanceof Killed) return null;
      throw failure;
    } finally {
      if (transaction) this.release(transaction);
      if (transaction !== null && this.rowHeldBy === transaction) {
        this.rowHeldBy = null;
        this.pendingEdits.splice(0).forEach((changes) => this.change(changes));
      }
    }
  }

  /** One custom API, called outside of any transaction. */
  ask(messageName: string, inputParameters: JsonObject): Promise<EngineAnswer> {
    const request: EngineRequest = {
      now: this.now,
      messageName,
      mode: 0,
      depth: 1,
      primaryEntityName: "none",
      primaryEntityId: null,
      inputParameters,
      preImages: {},
      userId: "77777777-7777-4777-8777-777777777777",
      correlationId: "33333333-3333-4333-8333-333333333333",
      isInTransaction: false,
      budgetMs: 100_000,
    };
    return answerRequest(this.ports(null), request);
  }

  private ports(transaction: Transaction | null): EnginePorts {
    const write: WriteRows = async (operation, change, isRefused = () => null) => {
      await this.pulse();
      this.dataverse.push(operation);
      const refusal = this.refuse(operation) ?? isRefused();
      if (refusal) return refusal;
      if (transaction) transaction.writes.push(change);
      else change(this.rows);
      await this.pulse();
      return null;
    };
    return {
      columns: { ofMap: () => Promise.resolve(this.columns), placesOf: () => [] },
      records: { opportunity: this.deals(write, transaction), lead: this.deals(write, transaction) },
      links: {
        agreed: async () => {
          const { link } = this.seen(transaction);
          const isQuiet = link?.leaseOwner === null && ["inSync", "waitingOnMicrosoft"].includes(link.status);
          return isQuiet ? link.memory.values : null;
        },
        claim: async ({ link, memory, leaseOwner, leaseExpiresOn }) => {
          await this.pulse();
          this.dataverse.push("claim");
          const owner = transaction ?? {};
          await this.acquire(owner);
          const current = this.seen(transaction).link;
          const isFree = link === null ? current === null : current?.rowVersion === link.rowVersion;
          const id = link?.id ?? "link-1";
          if (isFree) {
            const claimed: Link = {
              ...(current ?? {
                ...emptyLinkState,
                id,
                leadId: null,
                rowVersion: "0",
                leaseOwner: null,
                leaseExpiresOn: null,
              }),
              memory: link === null ? emptyLinkState.memory : memory,
              leaseOwner,
              leaseExpiresOn: link === null ? addMs(this.now, leaseMs) : leaseExpiresOn,
              rowVersion: String(Number(current?.rowVersion ?? 0) + 1),
            };
            const change: Write = (rows) => (rows.link = claimed);
            if (transaction) transaction.writes.push(change);
            else change(this.rows);
          }
          if (!transaction || !isFree) this.release(owner);
          await this.pulse();
          return done(isFree ? { kind: "claimed", linkId: id } : { kind: "taken" });
        },
        save: (id, state, unfinishedOn) =>
          write("save link", (rows) => {
            const rowVersion = String(Number(rows.link?.rowVersion ?? 0) + 1);
            const leaseOwner = unfinishedOn === null ? null : "unfinished";
            rows.link = { ...state, id, leadId: null, rowVersion, leaseOwner, leaseExpiresOn: unfinishedOn };
          }),
      },
      conflicts: conflictsIn({ write, seen: () => this.seen(transaction) }),
      auditLog: {
        ...fakeTrails(() => this.seen(transaction).entries),
        append: (_record, _link, entries) =>
          write("append entries", (rows) => {
            const isOver = ({ sequence }: AuditEntry): boolean => entries.every((entry) => entry.sequence !== sequence);
            rows.entries = [...rows.entries.filter(isOver), ...entries];
          }),
        lastAfter: async (_link, sequence) => {
          await this.pulse();
          const after = this.seen(transaction).entries.filter((entry) => entry.sequence > sequence);
          const toldId = (name: string): string | null =>
            after.map(({ fact }) => fact.detail[name]).find((id) => typeof id === "string") ?? null;
          const told = { referralId: toldId("referralId"), microsoftReferralId: toldId("microsoftReferralId") };
          return done(after.map((entry) => ({ ...entry, ...told })).at(-1) ?? null);
        },
      },
      messages: {
        due: () => Promise.resolve(done([])),
        byId: () => Promise.resolve(done(null)),
        thatMetRun: () => Promise.resolve(done([])),
        inWindow: () => Promise.resolve(done([])),
        parkedBefore: () => Promise.resolve(done([])),
        lease: () => Promise.resolve(done(false)),
        postpone: ({ attempts, failure, nextAttemptOn }) =>
          write("postpone", (rows) => {
            const state = nextAttemptOn === null ? "parked" : "waiting";
            rows.messages = [{ state, attempts, code: failure.code, nextAttemptOn }];
          }),
        leaveToJob: ({ table, id }) => write("leave to job", (rows) => void rows.jobs.push(`${table}/${id}`)),
        settle: () =>
          write("settle", (rows) => void (rows.messages = rows.messages.map((one) => ({ ...one, state: "done" })))),
      },
      partnerCenter: () => this.partnerCenter.port,
      calls: {
        refuse: () => Promise.resolve(null),
        take: () => this.partnerCenter.takeCalls(),
        keep: () => Promise.resolve(),
      },
      inbound: { ...absentPort("inbound store"), findLinks: () => Promise.resolve(done([])) },
      matches: absentPort("match store"),
      insights: absentPort("insight store"),
      events: absentPort("event log"),
      eventSignature: absentPort("event signature"),
      maintenance: absentPort("maintenance store"),
      webhooks: absentPort("webhooks"),
      registration: absentPort("registration"),
      identity: absentPort("identity provider"),
      tokens: absentPort("token source"),
      signIns: absentPort("sign-in store"),
      healthStore: absentPort("health store"),
      alerts: absentPort("alert store"),
      probe: absentPort("probe"),
      currentUser: { name: () => Promise.resolve("Sam Seller") },
      settings: { remembered: async () => this.settings, current: async () => this.settings },
      fieldMaps: new MemoryFieldMaps(),
      clock: { now: () => Promise.resolve(this.now) },
      ids: { next: () => Promise.resolve(`id-${(this.counter += 1)}`) },
      digest: { sha256: (text) => Promise.resolve(createHash("sha256").update(text).digest("hex")) },
      trace: { note: () => Promise.resolve() },
    };
  }

  private deals(write: WriteRows, transaction: Transaction | null): RecordStore {
    return {
      isVisibleToUser: () => Promise.resolve(done(this.isVisible)),
      readVersion: async () => {
        await this.pulse();
        this.dataverse.push("read version");
        if (this.refuse("read version")) return null;
        return this.seen(transaction).record.rowVersion;
      },
      load: async () => {
        await this.pulse();
        this.dataverse.push("load");
        const refusal = this.refuse("load");
        if (refusal) return failed(refusal);
        const rows = this.seen(transaction);
        const { missingColumns } = this;
        const unread = missingColumns.includes(this.settings.dealValueFieldName) ? { dealValue: null } : {};
        const opportunity = { ...this.opportunity, ...transaction?.values, ...unread };
        return done({ opportunity, record: rows.record, link: rows.link, missingColumns });
      },
      save: ({ rowVersion }, { lastSyncedOn, values, close, ...changes }) => {
        const isGuarded = values !== undefined || close !== undefined;
        const held = values === undefined ? undefined : this.keep(values);
        const change: Write = (rows) => {
          rows.record = { ...rows.record, ...changes, ...(close ? { state: close.outcome } : {}) };
          if (lastSyncedOn !== undefined) rows.lastSyncedOn = lastSyncedOn;
          if (rows === this.rows && held) this.opportunity = { ...this.opportunity, ...held };
          this.touch(rows);
        };
        return write("save opportunity", change, () => {
          if (isGuarded && this.seen(transaction).record.rowVersion !== rowVersion)
            return toFailure("dataverse.changedMeanwhile", "by the test");
          if (transaction) {
            this.rowHeldBy ??= transaction;
            transaction.values = { ...transaction.values, ...held };
          }
          return null;
        });
      },
    };
  }

  private seen(transaction: Transaction | null): Rows {
    const rows = structuredClone(this.rows);
    transaction?.writes.forEach((write) => write(rows));
    return rows;
  }

  private async acquire(owner: object): Promise<void> {
    while (this.lockedBy !== null && this.lockedBy !== owner)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.lockedBy = owner;
  }

  private release(owner: object): void {
    if (this.lockedBy !== owner) return;
    this.lockedBy = null;
    this.waiting.splice(0).forEach((resolve) => resolve());
  }
}

class Transaction {
  values: Partial<Opportunity> = {};
  readonly writes: Write[] = [];
}

export const noRoom = toFailure("dataverse.refused", "by the test");
