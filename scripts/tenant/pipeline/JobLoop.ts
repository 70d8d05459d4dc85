import type { OrganizationService } from "../dataverse/OrganizationService";
import type { ReadRow, SystemRows } from "../solution/rows/SystemRows";
import type { PluginOutcome } from "../sandboxWorker/PluginRunner";
import type { JobData } from "./JobQueue";
import type { PluginRegistry } from "./PluginRegistry";
import { outcomeRefusal } from "./outcomeRefusal";
import { type PluginHost, runPlugin } from "./runPlugin";
import { toInvocation } from "./toInvocation";

/** Status reasons of system jobs. */
const status = {
  waitingForResources: 0,
  waiting: 10,
  inProgress: 20,
  succeeded: 30,
  failed: 31,
  canceled: 32,
} as const;
const state = { ready: 0, suspended: 1, locked: 2, completed: 3 } as const;

const maxRetries = 4;

/** Jobs that run at the same time; Dataverse runs many, and promises no order among them. */
const maxAtOnce = 8;

/** Work of the platform itself, given what it was left with; the refusal it ends in, if any. */
export type PlatformJob = (data: string) => Promise<{ code: string; message: string } | undefined>;

export interface JobLoopOptions {
  rows: SystemRows;
  registry: PluginRegistry;
  host: PluginHost;
  /** What plug-ins call: the pipeline. */
  service: OrganizationService;
  /** How long a job that asked to be run again waits, by the number of tries so far, in milliseconds. */
  retryDelayMs: (tries: number) => number;
  /** Who runs the jobs that are of no step, by their operation type. */
  platformJobs: ReadonlyMap<number, PlatformJob>;
}

/** Runs system jobs side by side, outside of any transaction; they begin in the order they were left. */
export class JobLoop {
  readonly #options: JobLoopOptions;
  #running: Promise<void> | undefined;
  #isAwake = false;
  #isStopped = true;
  #timer: NodeJS.Timeout | undefined;
  /** Ends the waiting of a loop that runs jobs and has none to begin. */
  #lookAgain: () => void = () => undefined;

  constructor(options: JobLoopOptions) {
    this.#options = options;
  }

  /** Runs jobs in the background from now on; those an earlier process left unfinished first. */
  async start(): Promise<void> {
    const { rows } = this.#options;
    for (const job of await rows.read("asyncoperation", ["asyncoperationid"], { statecode: state.locked })) {
      await rows.save("asyncoperation", String(job.asyncoperationid), {
        statecode: state.ready,
        statuscode: status.waitingForResources,
      });
    }
    this.#isStopped = false;
    this.wake();
  }

  /** There is a new job. */
  wake(): void {
    this.#isAwake = true;
    this.#lookAgain();
    if (this.#isStopped || this.#running) return;
    void this.#run().finally(() => {
      if (this.#isAwake) this.wake();
    });
  }

  /** Resolves once no job is due, whether or not the loop runs in the background. Jobs that wait for a retry stay. */
  async drain(): Promise<void> {
    do await (this.#running ?? this.#run());
    while (await this.#next());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isAwake = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** One loop at a time, whoever asks. */
  #run(): Promise<void> {
    this.#isAwake = false;
    this.#running = this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    const begun = new Set<Promise<void>>();
    for (;;) {
      this.#isAwake = false;
      const job = begun.size < maxAtOnce ? await this.#next() : undefined;
      if (job) {
        await this.#lock(job);
        const run = this.#runJob(job).finally(() => begun.delete(run));
        begun.add(run);
        continue;
      }
      if (begun.size < maxAtOnce) await this.#sleepUntilDue();
      if (begun.size === 0) return;
      await this.#oneOf(begun);
    }
  }

  /** Waits until one of these jobs has ended, or there is another one to begin. */
  async #oneOf(begun: ReadonlySet<Promise<void>>): Promise<void> {
    const isLookedAgain = new Promise<void>((resolve) => (this.#lookAgain = resolve));
    if (this.#isAwake && begun.size < maxAtOnce) return;
    await Promise.race([...begun, isLookedAgain]);
  }

  async #next(): Promise<ReadRow | undefined> {
    const columns = ["asyncoperationid", "operationtype", "data", "retrycount", "postponeuntil", "versionnumber"];
    const { rows, host } = this.#options;
    const nowMs = host.clock().getTime();
    const ready = await rows.read("asyncoperation", columns, { statecode: state.ready });
    const waiting = await rows.read("asyncoperation", columns, { statecode: state.suspended });
    const due = [...ready, ...waiting.filter((job) => Date.parse(String(job.postponeuntil)) <= nowMs)];
    return due.sort((a, b) => Number(a.versionnumber) - Number(b.versionnumber))[0];
  }

  async #sleepUntilDue(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const waiting = await this.#options.rows.read("asyncoperation", ["postponeuntil"], { statecode: state.suspended });
    const times = waiting.map((job) => Date.parse(String(job.postponeuntil)));
    if (times.length === 0) return;
    const delayMs = Math.max(0, Math.min(...times) - this.#options.host.clock().getTime());
    this.#timer = setTimeout(() => this.wake(), delayMs);
  }

  async #lock(job: ReadRow): Promise<void> {
    const { rows, host } = this.#options;
    await rows.save("asyncoperation", String(job.asyncoperationid), {
      statecode: state.locked,
      statuscode: status.inProgress,
      startedon: host.clock().toISOString(),
    });
  }

  async #runJob(job: ReadRow): Promise<void> {
    const { rows, registry, host, service } = this.#options;
    const id = String(job.asyncoperationid);
    const platformJob = this.#options.platformJobs.get(Number(job.operationtype));
    if (platformJob) return this.#runPlatformJob(id, platformJob, String(job.data));
    const { stepId, operation, images } = JSON.parse(String(job.data)) as JobData;
    const step = (await registry.current()).step(stepId);
    if (!step) {
      const message = "The plug-in step this job was left by has been removed or disabled.";
      await this.#finish(id, status.canceled, { message, friendlymessage: message });
      return;
    }
    const place = { type: step.type, stage: step.stage, mode: "asynchronous" as const, isInTransaction: false, images };
    const invocation = toInvocation(
      operation,
      step.configuration === undefined ? place : { ...place, configuration: step.configuration },
    );
    const outcome = await runPlugin(host, invocation, service, step.id);
    if (outcome.kind === "completed" && step.autoDelete) await rows.delete("asyncoperation", id);
    else await this.#record(id, Number(job.retrycount ?? 0), outcome, step.type.typeName);
  }

  async #runPlatformJob(id: string, run: PlatformJob, data: string): Promise<void> {
    const refusal = await run(data);
    if (!refusal) return this.#finish(id, status.succeeded, {});
    const { code, message } = refusal;
    return this.#finish(id, status.failed, {
      errorcode: Number.parseInt(code, 16) | 0,
      friendlymessage: message,
      message: `${message} (${code})`,
    });
  }

  async #record(id: string, retries: number, outcome: PluginOutcome, typeName: string): Promise<void> {
    const { rows, host, retryDelayMs } = this.#options;
    if (outcome.kind === "completed")
      return this.#finish(id, status.succeeded, { message: outcome.trace.join("\n") || null });
    const refusal = outcomeRefusal(outcome, typeName);
    const failure = {
      errorcode: Number.parseInt(refusal.code, 16) | 0,
      friendlymessage: refusal.message,
      message: [`${refusal.message} (${refusal.code})`, ...outcome.trace].join("\n"),
    };
    const isRetried = outcome.kind === "faulted" && outcome.retry && retries < maxRetries;
    if (!isRetried) return this.#finish(id, status.failed, failure);
    const postponeUntil = new Date(host.clock().getTime() + retryDelayMs(retries + 1)).toISOString();
    const waiting = {
      statecode: state.suspended,
      statuscode: status.waiting,
      retrycount: retries + 1,
      postponeuntil: postponeUntil,
    };
    await rows.save("asyncoperation", id, { ...waiting, ...failure });
  }

  async #finish(
    id: string,
    statuscode: number,
    facts: { message?: string | null; friendlymessage?: string; errorcode?: number },
  ): Promise<void> {
    const { rows, host } = this.#options;
    await rows.save("asyncoperation", id, {
      statecode: state.completed,
      statuscode,
      completedon: host.clock().toISOString(),
      ...facts,
    });
  }
}
