import { checkValues } from "./checkValues";
import { describeColumn } from "./describeColumn";
import { evaluateFetch } from "./evaluateFetch";
import { parseFetch } from "./parseFetch";
import { refusals } from "./Refusal";
import { Store, type Row, type Transaction } from "./Store";
import type { Step, Table } from "./Table";
import { dt, opt, ref, text, textOf, type Attributes, type BridgeRow, type Json } from "./values";

/** Who writes: a person, a run of the engine, or the platform. */
export interface Writer {
  kind: "person" | "engine" | "platform";
  name: string;
  userId: string;
}

/** What a step that follows an operation is told. */
export interface StepEvent {
  step: Step;
  message: string;
  table: string;
  id: string;
  inputParameters: Attributes;
  preImages: Attributes;
  userId: string;
  /** 2 where the engine wrote, 1 where anybody else did. */
  depth: 1 | 2;
}

export interface DataverseParts {
  tables: readonly Table[];
  steps: readonly Step[];
  nowMs: () => number;
  newId: () => string;
  /** Leaves an asynchronous job; called at the end of the transaction. */
  onStep: (event: StepEvent) => void;
}

const deals: readonly string[] = ["opportunity", "lead"];

/** Tables with a lookup to a deal. */
const pointing = [
  "cosell_partnercentersolution",
  "cosell_link",
  "cosell_conflict",
  "cosell_message",
  "cosell_auditentry",
];

const wonState = 1;
const lostState = 2;

/** The organization service over the store. Every operation belongs to a transaction. */
export class Dataverse {
  readonly store: Store;
  /** Who is writing now; commits are credited to it. */
  writer: Writer = { kind: "platform", name: "the platform", userId: "" };

  constructor(private readonly parts: DataverseParts) {
    this.store = new Store(parts.tables);
  }

  now(): string {
    const nowMs = this.parts.nowMs();
    if (nowMs !== this.clock.ms) this.clock = { ms: nowMs, text: new Date(nowMs).toISOString() };
    return this.clock.text;
  }
  private clock = { ms: NaN, text: "" };

  retrieve(table: string, id: string, columns: readonly string[], transaction: Transaction | null): BridgeRow {
    const row = this.store.read(table, id, transaction);
    if (row === undefined) throw refusals.absent(table, id);
    const meta = this.store.table(table);
    const known = columns.filter((column) => {
      if (column !== meta.primaryId && meta.columns[column] === undefined) throw refusals.unknownColumn(table, column);
      return row.attributes[column] !== undefined && row.attributes[column] !== null;
    });
    const attributes = Object.fromEntries(known.map((column) => [column, row.attributes[column] ?? null]));
    return { $t: "entity", table, id, attributes: { ...attributes, [meta.primaryId]: { $t: "guid", v: id } } };
  }

  /** `demand` refuses tables that the caller may not read. */
  fetch(fetchXml: string, transaction: Transaction | null, demand: (table: string) => void = () => undefined) {
    const { query, values } = parseFetch(fetchXml);
    for (const table of query.tables) demand(table);
    return evaluateFetch(this.store, transaction, query, values);
  }

  create(entity: BridgeRow, transaction: Transaction): string {
    const meta = this.store.table(entity.table);
    checkValues(meta, entity.attributes);
    this.checkReferences(entity.attributes, transaction);
    const id = (entity.id ?? this.parts.newId()).toLowerCase();
    if (this.store.read(entity.table, id, transaction) !== undefined) throw refusals.duplicateId();
    const now = dt(this.now());
    const defaults: Attributes = { createdon: now, modifiedon: now, statecode: opt(0), statuscode: opt(1) };
    if (meta.columns["ownerid"] !== undefined) defaults["ownerid"] = ref("systemuser", this.writer.userId);
    const attributes = this.completed(entity.table, { ...defaults, ...entity.attributes });
    this.store.write({ table: entity.table, id, version: 0, attributes }, transaction);
    this.leaveJobs("Create", { ...entity, id }, undefined, transaction);
    return id;
  }

  update(entity: BridgeRow, ifMatch: string | undefined, transaction: Transaction, isClosing = false): void {
    const meta = this.store.table(entity.table);
    const id = (entity.id ?? "").toLowerCase();
    this.store.lockRow(entity.table, id, transaction);
    const row = this.store.read(entity.table, id, transaction);
    if (row === undefined) throw refusals.absent(entity.table, id);
    if (ifMatch !== undefined && ifMatch !== String(row.version)) throw refusals.versionMismatch();
    checkValues(meta, entity.attributes);
    this.checkReferences(entity.attributes, transaction);
    if (!isClosing && entity.table === "opportunity") refuseClosing(row, entity);
    const attributes = this.completed(entity.table, {
      ...row.attributes,
      ...entity.attributes,
      modifiedon: dt(this.now()),
    });
    this.store.write({ ...row, attributes }, transaction);
    this.leaveJobs("Update", { ...entity, id }, row, transaction);
  }

  delete(table: string, id: string, transaction: Transaction): void {
    this.store.lockRow(table, id, transaction);
    const row = this.store.read(table, id, transaction);
    if (row === undefined) throw refusals.absent(table, id);
    this.letGo(table, id, transaction);
    this.store.delete(table, id, transaction);
    this.leaveJobs("Delete", { $t: "entity", table, id, attributes: {} }, row, transaction);
  }

  /** Nothing can point to a deal that was deleted meanwhile. */
  private checkReferences(attributes: Attributes, transaction: Transaction): void {
    for (const value of Object.values(attributes)) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
      const [table, id] = [text(value["table"]), text(value["id"])];
      if (deals.includes(table) && this.store.read(table, id, transaction) === undefined)
        throw refusals.absent(table, id);
    }
  }

  /** What pointed to a deal points nowhere any more; its solutions go with it. Source: the solution's relationships. */
  private letGo(table: string, id: string, transaction: Transaction): void {
    if (!deals.includes(table)) return;
    const column = `cosell_${table}id`;
    for (const name of pointing)
      for (const row of [...this.store.rows(name, transaction)]) {
        if (textOf(row.attributes[column]) !== id) continue;
        if (name === "cosell_partnercentersolution") this.delete(name, row.id, transaction);
        else {
          this.store.lockRow(name, row.id, transaction);
          this.store.write({ ...row, attributes: { ...row.attributes, [column]: null } }, transaction);
        }
      }
  }

  execute(message: string, parameters: Record<string, Json>, transaction: Transaction): Attributes {
    switch (message) {
      case "Upsert":
        return this.upsert(parameters["Target"] as unknown as BridgeRow, transaction);
      case "CreateMultiple": {
        const { rows } = parameters["Targets"] as unknown as { rows: BridgeRow[] };
        return { Ids: rows.map((row) => this.create(row, transaction)) };
      }
      case "UpdateMultiple": {
        const { rows } = parameters["Targets"] as unknown as { rows: BridgeRow[] };
        for (const row of rows) this.update(row, undefined, transaction);
        return {};
      }
      case "UpsertMultiple": {
        const { rows } = parameters["Targets"] as unknown as { rows: BridgeRow[] };
        return { Results: rows.map((row) => this.upsert(row, transaction) as Json) };
      }
      case "Win":
      case "WinOpportunity":
        return this.end(parameters, wonState, transaction);
      case "Lose":
      case "LoseOpportunity":
        return this.end(parameters, lostState, transaction);
      case "RetrieveAttribute":
        return {
          AttributeMetadata: this.describe(text(parameters["EntityLogicalName"]), text(parameters["LogicalName"])),
        };
      default:
        throw new Error(`The simulated Dataverse has no message ${message}.`);
    }
  }

  private describe(table: string, name: string): Json {
    const column = this.store.table(table).columns[name];
    if (column === undefined) throw refusals.unknownColumn(table, name);
    return describeColumn(name, column);
  }

  private upsert(target: BridgeRow, transaction: Transaction): Attributes {
    const { table, keys = {} } = target;
    const columns = Object.keys(keys);
    const isKey = this.store
      .table(table)
      .keys.some((key) => key.length === columns.length && key.every((one) => columns.includes(one)));
    if (columns.length > 0 && !isKey) throw new Error(`${table} has no alternate key of ${columns.join(", ")}.`);
    this.store.lockKey(table, columns, keys, transaction);
    const known =
      target.id === undefined
        ? this.store.byKey(table, columns, keys, transaction)
        : this.store.read(table, target.id, transaction);
    if (known === undefined) {
      const id = this.create({ ...target, attributes: { ...keys, ...target.attributes } }, transaction);
      return { RecordCreated: true, Target: ref(table, id) };
    }
    this.update({ $t: "entity", table, id: known.id, attributes: target.attributes }, undefined, transaction);
    return { RecordCreated: false, Target: ref(table, known.id) };
  }

  private end(parameters: Record<string, Json>, state: number, transaction: Transaction): Attributes {
    const closing = (parameters["OpportunityClose"] as unknown as BridgeRow).attributes;
    const id = String((closing["opportunityid"] as { id?: string }).id);
    const row = this.store.read("opportunity", id, transaction);
    if (row === undefined) throw refusals.absent("opportunity", id);
    if (this.isClosedDeal(row)) throw refusals.closed();
    const status = parameters["Status"] ?? opt(state === wonState ? 3 : 4);
    const attributes = { statecode: opt(state), statuscode: status };
    this.update({ $t: "entity", table: "opportunity", id, attributes }, undefined, transaction, true);
    this.leaveJobs(
      state === wonState ? "Win" : "Lose",
      { $t: "entity", table: "opportunity", id, attributes: {} },
      row,
      transaction,
      parameters,
    );
    return {};
  }

  private isClosedDeal({ table, attributes }: Row): boolean {
    return table === "opportunity" && (attributes["statecode"] as { v?: number } | undefined)?.v !== 0;
  }

  /** Names that Dataverse itself fills. */
  private completed(table: string, attributes: Attributes): Attributes {
    if (table !== "contact" && table !== "lead") return attributes;
    const parts = [text(attributes["firstname"]), text(attributes["lastname"])].filter((part) => part !== "");
    return { ...attributes, fullname: parts.join(" ") };
  }

  private leaveJobs(
    message: string,
    target: BridgeRow & { id: string },
    before: Row | undefined,
    transaction: Transaction,
    parameters?: Record<string, Json>,
  ): void {
    const written = Object.keys(target.attributes);
    const { userId, kind } = this.writer;
    const depth = kind === "engine" ? 2 : 1;
    for (const step of this.parts.steps) {
      if (step.message !== message || step.table !== target.table) continue;
      if (step.filter.length > 0 && message === "Update" && !step.filter.some((column) => written.includes(column)))
        continue;
      const preImages = Object.fromEntries(
        step.images.map(({ name, columns }) => [name, image(target, before, columns)]),
      );
      const inputParameters = parameters ?? {
        Target: message === "Delete" ? ref(target.table, target.id) : (target as unknown as Json),
      };
      const event = {
        step,
        message,
        table: target.table,
        id: target.id,
        inputParameters,
        preImages,
        userId,
        depth,
      } as const;
      transaction.afterCommit.push(() => this.parts.onStep(event));
    }
  }
}

const image = ({ table, id }: BridgeRow, before: Row | undefined, columns: readonly string[]): Json =>
  ({
    $t: "entity",
    table,
    id,
    attributes: Object.fromEntries(columns.map((column) => [column, before?.attributes[column] ?? null])),
  }) as unknown as Json;

const stateOf = (attributes: Attributes): unknown => (attributes["statecode"] as { v?: unknown } | undefined)?.v;

/** An opportunity is closed by Win or Lose; reopening it and changing what is closed take a plain update. */
const refuseClosing = (row: Row, entity: BridgeRow): void => {
  const wanted = stateOf(entity.attributes);
  if (wanted !== undefined && wanted !== 0 && wanted !== stateOf(row.attributes)) throw refusals.closed();
};

/** Carries an operation out in one transaction: all of it, or nothing. */
export const atomically = <Result>(transaction: Transaction, operation: () => Result): Result => {
  const writes = transaction.writes.size === 0 ? null : new Map(transaction.writes);
  const keyed = transaction.keyed.size === 0 ? null : new Map(transaction.keyed);
  const jobs = transaction.afterCommit.length;
  try {
    return operation();
  } catch (error) {
    transaction.writes.clear();
    for (const [key, row] of writes ?? []) transaction.writes.set(key, row);
    transaction.keyed.clear();
    for (const [key, row] of keyed ?? []) transaction.keyed.set(key, row);
    transaction.afterCommit.length = jobs;
    throw error;
  }
};
