import type { StepEvent } from "../dataverse/Dataverse";
import { Transaction } from "../dataverse/Store";
import type { Json } from "../dataverse/values";
import type { HandleRequest } from "./EngineScript";
import { Run, type RunAnswer, type RunEnd, type RunParts } from "./Run";

/** What the platform does with runs; told by the seed. */
export interface PlatformHazards {
  /** Told what kind of run was killed. */
  onDeath: (label: string) => void;
  /** The operation at which the next run dies; null: it lives. */
  nextDeath: () => number | null;
  /** Whether a job that died is run again when its process comes back. */
  isJobRunAgain: () => boolean;
}

export interface Request {
  messageName: string;
  mode: 0 | 1;
  depth: 1 | 2;
  primaryEntityName: string;
  primaryEntityId: string | null;
  inputParameters: Record<string, Json>;
  preImages: Record<string, Json>;
  userId: string;
}

const budgetMs = 110_000;
const jobDelayMs = 300;
const maxRetries = 4;
const retryDelayMs = [60_000, 120_000, 240_000, 480_000];
/** What becomes of a request that caught the refusal of a write and went on. */
const reducedCount = { code: "0x8009000c", message: "ISV code reduced the open transaction count.", retry: false };
/** The platform lets no run live longer. */
const lifeMs = 120_000;

/** What went wrong inside the engine's own code: a broken invariant. */
export interface Thrown {
  run: string;
  problem: string;
}

/** What runs of one message cost in Dataverse. */
export interface Spent {
  runs: number;
  requests: number;
  writes: number;
}

/** A call of a custom API. */
export interface Asked {
  atMs: number;
  run: string;
  message: string;
  parameters: Record<string, Json>;
  end: RunEnd | null;
}

/** Runs the engine for custom APIs, inside a transaction, and for steps, outside of any. */
export class Platform {
  runs = 0;
  /** When each run began, by its name. */
  readonly began = new Map<string, number>();
  /** Custom APIs that people and flows called, with their answers. */
  readonly asked: Asked[] = [];
  readonly thrown: Thrown[] = [];
  /** Requests to Dataverse by message, and runs. */
  readonly spent = new Map<string, Spent>();
  /** What became of runs, by name: their writes are kept, or undone, or they never ended. */
  private readonly ends = new Map<string, "kept" | "undone" | "killed">();
  private live = 0;

  constructor(
    private readonly parts: RunParts,
    private readonly handle: HandleRequest,
    private readonly hazards: PlatformHazards,
  ) {}

  /** Runs that have not ended. */
  get isBusy(): boolean {
    return this.live > 0;
  }

  endOf(run: string): "kept" | "undone" | "killed" {
    return this.ends.get(run) ?? "killed";
  }

  /** An asynchronous job after an operation. */
  leaveJob(event: StepEvent, tries = 0): void {
    const { time, chance } = this.parts;
    this.live += 1;
    const delayMs = tries === 0 ? chance.latencyMs(jobDelayMs) : (retryDelayMs[tries - 1] ?? 480_000);
    time.after(delayMs, () => {
      const request: Request = {
        messageName: event.message,
        mode: 1,
        depth: event.depth,
        primaryEntityName: event.table,
        primaryEntityId: event.id,
        inputParameters: event.inputParameters,
        preImages: event.preImages,
        userId: event.userId,
      };
      this.run(`step ${event.message} ${event.table}`, request, null, (end) => {
        this.live -= 1;
        if (end.kind === "killed" && this.hazards.isJobRunAgain()) this.leaveJob(event, tries + 1);
        const isRetried =
          end.kind === "answered" && "error" in end.answer && end.answer.error.retry && tries < maxRetries;
        if (isRetried) this.leaveJob(event, tries + 1);
      });
    });
  }

  /** A custom API, called by a person or a flow; all of it is one transaction. */
  call(
    messageName: string,
    inputParameters: Record<string, Json>,
    userId: string,
    onEnd: (end: RunEnd) => void = () => undefined,
    isInTransaction = true,
  ): void {
    const { store } = this.parts.dataverse;
    const transaction = isInTransaction ? new Transaction(messageName) : null;
    const request: Request = {
      messageName,
      mode: 0,
      depth: 1,
      primaryEntityName: "none",
      primaryEntityId: null,
      inputParameters,
      preImages: {},
      userId,
    };
    this.live += 1;
    const asked: Asked = {
      atMs: this.parts.time.nowMs,
      run: `run ${this.runs + 1} (${messageName.replace("cosell_", "")})`,
      message: messageName,
      parameters: inputParameters,
      end: null,
    };
    this.asked.push(asked);
    this.run(messageName.replace("cosell_", ""), request, transaction, (end) => {
      this.live -= 1;
      const isKept = end.kind === "answered" && !("error" in end.answer);
      this.parts.dataverse.writer = {
        kind: "engine",
        name: asked.run,
        userId,
      };
      if (transaction !== null && isKept) store.commit(transaction);
      else if (transaction !== null) store.rollBack(transaction);
      asked.end = end;
      onEnd(end);
    });
  }

  private run(label: string, request: Request, transaction: Transaction | null, onEnd: (end: RunEnd) => void): void {
    const { time, story, dataverse } = this.parts;
    const name = `run ${(this.runs += 1)} (${label})`;
    this.began.set(name, time.nowMs);
    let isOver = false;
    const end = (given: RunEnd): void => {
      if (isOver) return;
      isOver = true;
      const wentOn = run.isSpoiled && given.kind === "answered" && !("error" in given.answer);
      if (wentOn) this.thrown.push({ run: name, problem: "went on in a transaction after a write that was refused" });
      const how: RunEnd = wentOn ? { kind: "answered", answer: { error: reducedCount } } : given;
      run.isDead = true;
      this.count(request.messageName, run);
      const isUndone = how.kind === "answered" && "error" in how.answer;
      this.ends.set(name, how.kind === "killed" ? "killed" : isUndone ? "undone" : "kept");
      story.tell(() => `${name} ends: ${how.kind === "answered" ? JSON.stringify(how.answer) : how.kind}`);
      onEnd(how);
    };
    const die = (): void => {
      this.parts.process.recycle();
      this.hazards.onDeath(label);
      end({ kind: "killed" });
    };
    const run = new Run(this.parts, name, request.userId, transaction, this.hazards.nextDeath(), die);
    story.tell(() => `${name} begins ${request.primaryEntityId ?? JSON.stringify(request.inputParameters)}`);
    time.after(lifeMs, () => {
      if (!isOver) run.kill();
    });
    this.handle(run.host, this.toRequestJson(request, name, transaction !== null, dataverse.now())).then(
      (text) => end({ kind: "answered", answer: JSON.parse(text) as RunAnswer }),
      (error: unknown) => {
        const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.thrown.push({ run: name, problem });
        end({ kind: "thrown", problem });
      },
    );
  }

  private toRequestJson(request: Request, name: string, isInTransaction: boolean, now: string): string {
    return JSON.stringify({
      hostApi: 1,
      now,
      stage: isInTransaction ? 30 : 40,
      postImages: {},
      initiatingUserId: request.userId,
      organizationId: "0b9c3f0e-0000-4a11-8a11-0000000000ff",
      correlationId: this.parts.newId(),
      operationId: name,
      requestId: name,
      operationCreatedOn: now,
      isInTransaction,
      budgetMs,
      ...request,
    });
  }

  private count(message: string, { requests, writes }: Run): void {
    const spent = this.spent.get(message) ?? {
      runs: 0,
      requests: 0,
      writes: 0,
    };
    this.spent.set(message, {
      runs: spent.runs + 1,
      requests: spent.requests + requests,
      writes: spent.writes + writes,
    });
  }
}
