import { createHash } from "node:crypto";
import type { Chance } from "../time/Chance";
import type { VirtualTime } from "../time/VirtualTime";
import { atomically, type Dataverse, type Writer } from "../dataverse/Dataverse";
import { Refusal, refusals } from "../dataverse/Refusal";
import { Locked, Transaction } from "../dataverse/Store";
import { text, type BridgeRow, type Json } from "../dataverse/values";
import type { HttpCall, Network } from "../network/Network";
import type { Process } from "./Process";
import type { Story } from "../story/Story";

export type RunAnswer =
  { outputParameters?: Record<string, Json> } | { error: { code: string; message: string; retry: boolean } };

export type RunEnd = { kind: "answered"; answer: RunAnswer } | { kind: "killed" } | { kind: "thrown"; problem: string };

export interface RunParts {
  time: VirtualTime;
  chance: Chance;
  dataverse: Dataverse;
  network: Network;
  process: Process;
  story: Story;
  /** Environment variables and secrets as they are now. */
  variable: (name: string) => string | null;
  newId: () => string;
  isBusy: () => boolean;
  /** Why the next write of a step is refused for a while. */
  nextRefusal: () => Refusal | null;
  /** Median of an operation of Dataverse. */
  dataverseMs: number;
}

type Args = Record<string, Json>;

const isAllowed = (table: string): boolean =>
  table.startsWith("cosell_") || ["opportunity", "lead", "account", "contact", "webresource"].includes(table);
const isReadable = (table: string): boolean =>
  isAllowed(table) || ["systemuser", "team", "transactioncurrency"].includes(table);

/** Reads spoil nothing, and what the host itself refuses never gets to Dataverse. */
const isRefusedWrite = (op: string, { message }: Args, code: string): boolean =>
  !["org.fetch", "org.retrieve", "http.send"].includes(op) &&
  message !== "RetrieveAttribute" &&
  !code.startsWith("host.");

/** How long a statement waits for a lock. */
const lockTimeoutMs = 60_000;

/** One run of the engine: its bridge, its transaction, and its death. */
export class Run {
  private operations = 0;
  isDead = false;
  /** A write inside its transaction was refused: Dataverse takes nothing more in it, and keeps nothing of it. */
  isSpoiled = false;
  requests = 0;
  writes = 0;
  readonly writer: Writer;

  constructor(
    private readonly parts: RunParts,
    readonly name: string,
    userId: string,
    readonly transaction: Transaction | null,
    /** The operation during which the platform kills the run: its effects stay, its answer never comes. Null: none. */
    private readonly diesAt: number | null,
    private readonly onDeath: () => void,
  ) {
    this.writer = { kind: "engine", name, userId };
  }

  readonly host = (op: string, argsJson: string): string | Promise<string> => {
    if (this.isDead) return new Promise(() => undefined);
    // By far the most frequent question.
    if (op === "clock.now") return `{"ok":true,"value":{"now":"${this.parts.dataverse.now()}"}}`;
    const args = JSON.parse(argsJson) as Args;
    if (!op.startsWith("org.") && op !== "http.send") return this.answerAtOnce(op, args);
    this.operations += 1;
    const dies = this.operations === this.diesAt;
    return new Promise((resolve) => {
      const answer = (value: Json): void => this.reply(resolve, dies, { ok: true, value });
      const refuse = ({ code, message }: Refusal): void => {
        if (this.transaction !== null && isRefusedWrite(op, args, code)) this.isSpoiled = true;
        this.reply(resolve, dies, { ok: false, code, message });
      };
      if (op === "http.send") this.parts.network.send(args as unknown as HttpCall, this.name, answer, refuse);
      else this.organize(op, args, answer, refuse);
    });
  };

  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.parts.story.tell(() => `${this.name} is killed`);
    this.onDeath();
  }

  private reply(resolve: (answer: string) => void, dies: boolean, answer: Json): void {
    if (this.isDead) return;
    if (dies) this.kill();
    else resolve(JSON.stringify(answer));
  }

  private answerAtOnce(op: string, args: Args): string {
    const value = (): Json => {
      const { process, variable, newId } = this.parts;
      switch (op) {
        case "id.new":
          return { id: newId() };
        case "crypto.sha256":
          return { hex: createHash("sha256").update(text(args["text"])).digest("hex") };
        case "crypto.verifyCertificateSignature":
          return this.parts.network.verify(
            text(args["certificateBase64"]),
            text(args["signatureBase64"]),
            text(args["text"]),
          );
        case "env.get":
          this.requests += 1;
          return { values: Object.fromEntries((args["names"] as string[]).map((name) => [name, variable(name)])) };
        case "secret.get":
          return { value: variable(text(args["name"])) };
        case "memo.get":
          return { value: process.read(text(args["key"])) };
        case "memo.put":
          process.keep(text(args["key"]), text(args["value"]), text(args["expiresOn"]));
          return {};
        case "trace":
          this.parts.story.tell(() => `${this.name} notes: ${text(args["text"])}`);
          this.parts.process.traces.push(text(args["text"]));
          return {};
        default:
          throw new Error(`The bridge has no operation ${op}.`);
      }
    };
    return JSON.stringify({ ok: true, value: value() });
  }

  private organize(op: string, args: Args, answer: (value: Json) => void, refuse: (refusal: Refusal) => void): void {
    const { time, chance, dataverse } = this.parts;
    const startedMs = time.nowMs;
    this.requests += 1;
    const isWrite = op !== "org.fetch" && op !== "org.retrieve";
    if (isWrite) this.writes += 1;
    const attempt = (): void => {
      if (this.isDead) return;
      if (this.isSpoiled) return refuse(refusals.noTransaction());
      if (this.parts.isBusy()) return refuse(refusals.busy());
      const refusal = isWrite && this.transaction === null ? this.parts.nextRefusal() : null;
      if (refusal !== null) {
        this.parts.story.tell(() => `${this.name} is refused ${op} for a while: ${refusal.message}`);
        return refuse(refusal);
      }
      const transaction = this.transaction ?? new Transaction("");
      dataverse.writer = this.writer;
      try {
        const value = atomically(transaction, () => this.operate(op, args, transaction));
        if (this.transaction === null) dataverse.store.commit(transaction);
        answer(value);
      } catch (error) {
        if (this.transaction === null) dataverse.store.rollBack(transaction);
        if (error instanceof Locked) return this.waitFor(error.holder, startedMs, attempt, refuse);
        if (!(error instanceof Refusal)) throw error;
        this.parts.story.tell(() => `${this.name} is refused ${op}: ${error.code} ${error.message}`);
        refuse(error);
      }
    };
    time.after(chance.latencyMs(this.parts.dataverseMs), attempt);
  }

  private waitFor(
    holder: Transaction,
    startedMs: number,
    attempt: () => void,
    refuse: (refusal: Refusal) => void,
  ): void {
    const { time, dataverse } = this.parts;
    const endMs = startedMs + lockTimeoutMs;
    if (time.nowMs >= endMs) return refuse(refusals.timeout());
    let isOver = false;
    const goOn = (): void => {
      if (isOver) return;
      isOver = true;
      attempt();
    };
    dataverse.store.whenEnded(holder, () => time.after(1, goOn));
    time.at(endMs, () => {
      if (!isOver) {
        isOver = true;
        refuse(refusals.timeout());
      }
    });
  }

  private operate(op: string, args: Args, transaction: Transaction): Json {
    const { dataverse, story } = this.parts;
    const entity = args["entity"] as unknown as BridgeRow;
    const isSystem = args["as"] === "system";
    const demand = (table: string, test: (table: string) => boolean): void => {
      if (isSystem && !test(table)) throw refusals.notAllowed(`SYSTEM may not touch ${table}`);
    };
    switch (op) {
      case "org.fetch":
        return dataverse.fetch(text(args["fetchXml"]), transaction, (table) =>
          demand(table, isReadable),
        ) as unknown as Json;
      case "org.retrieve":
        demand(text(args["table"]), isReadable);
        return dataverse.retrieve(
          text(args["table"]),
          text(args["id"]).toLowerCase(),
          args["columns"] as string[],
          transaction,
        ) as unknown as Json;
      case "org.create":
        demand(entity.table, isAllowed);
        story.tell(() => `${this.name} creates ${entity.table} ${JSON.stringify(entity.attributes)}`);
        return { id: dataverse.create(entity, transaction) };
      case "org.update":
        demand(entity.table, isAllowed);
        dataverse.update(entity, args["ifMatch"] as string | undefined, transaction);
        story.tell(
          () => `${this.name} updates ${entity.table} ${entity.id ?? ""} ${JSON.stringify(entity.attributes)}`,
        );
        return {};
      case "org.delete":
        demand(text(args["table"]), isAllowed);
        story.tell(() => `${this.name} deletes ${text(args["table"])} ${text(args["id"])}`);
        dataverse.delete(text(args["table"]), text(args["id"]).toLowerCase(), transaction);
        return {};
      case "org.execute":
        story.tell(() => `${this.name} executes ${text(args["message"])} ${JSON.stringify(args["parameters"])}`);
        return {
          results: dataverse.execute(text(args["message"]), args["parameters"] as Record<string, Json>, transaction),
        };
      default:
        throw new Error(`The bridge has no operation ${op}.`);
    }
  }
}
