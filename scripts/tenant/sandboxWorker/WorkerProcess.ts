import type { OrganizationService } from "../dataverse/OrganizationService";
import type { DotNetRuntime } from "./DotNetRuntime";
import { pluginContext } from "./pluginContext";
import type { PluginInvocation, PluginOutcome } from "./PluginRunner";
import { serveOrganizationCall } from "./serveOrganizationCall";
import type { FromWorker, OrganizationCall, RunOutcome } from "./WorkerMessage";
import { openWorkerPipe, type WorkerPipe } from "./WorkerPipe";

/** What the platform reports of every plug-in whose worker process died. */
const crashed: RunOutcome = {
  kind: "faulted",
  code: "0x8004418d",
  message:
    "The plug-in execution failed because the Sandbox Worker process crashed. This is typically due to an error in the plug-in code.",
  retry: false,
};

interface Run {
  invocation: PluginInvocation;
  service: OrganizationService;
  trace: string[];
  end: (outcome: PluginOutcome) => void;
}

/** One worker process and the plug-in calls that run in it. */
export class WorkerProcess {
  /** Resolves with the name of the runtime once the process listens; rejects when it cannot start. */
  readonly ready: Promise<string>;
  private readonly pipe: WorkerPipe;
  private readonly runs = new Map<number, Run>();
  private readonly loaded = new Set<string>();
  private lastRun = 0;
  private ended = false;

  constructor(runtime: DotNetRuntime) {
    let onReady: (runtime: string) => void;
    let onFailure: (reason: Error) => void;
    this.ready = new Promise((resolve, reject) => {
      onReady = resolve;
      onFailure = reject;
    });
    // Who does not wait for the process learns of its end from its runs.
    this.ready.catch(() => undefined);
    this.pipe = openWorkerPipe(runtime, {
      onMessage: (message) => (message.is === "ready" ? onReady(message.runtime) : this.receive(message)),
      onExit: (lastWords) => {
        onFailure(new Error(`${runtime.command.join(" ")} ended: ${lastWords}`));
        this.end(lastWords);
      },
    });
  }

  /** True once nothing can run in it any more. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Runs a plug-in; past `limitMs` the process is killed, and whatever else runs in it dies with it. */
  run(invocation: PluginInvocation, service: OrganizationService, limitMs: number): Promise<PluginOutcome> {
    const run = ++this.lastRun;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.abandon(run), limitMs);
      const end = (outcome: PluginOutcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.runs.set(run, { invocation, service, trace: [], end });
      this.load(invocation.assembly);
      this.pipe.send({
        is: "run",
        run,
        assembly: invocation.assembly.contentHash,
        typeName: invocation.typeName,
        configuration: invocation.configuration ?? null,
        context: pluginContext(invocation),
      });
    });
  }

  kill(): void {
    this.ended = true;
    this.pipe.kill();
  }

  private load({ contentHash, bytes }: PluginInvocation["assembly"]): void {
    if (this.loaded.has(contentHash)) return;
    this.loaded.add(contentHash);
    this.pipe.send({ is: "load", key: contentHash, bytes: Buffer.from(bytes).toString("base64") });
  }

  private receive(message: Exclude<FromWorker, { is: "ready" }>): void {
    const run = this.runs.get(message.run);
    // Threads of a plug-in may outlive it; nobody waits for what they say.
    if (run === undefined) return;
    switch (message.is) {
      case "trace":
        run.trace.push(message.text);
        break;
      case "call":
        void this.answer(message.call, message, run);
        break;
      case "done":
        this.runs.delete(message.run);
        run.end({ ...outcome(message), trace: run.trace });
        break;
    }
  }

  private async answer(call: number, request: OrganizationCall, { invocation, service }: Run): Promise<void> {
    this.pipe.send({ is: "answer", call, ...(await serveOrganizationCall(request, invocation, service)) });
  }

  private abandon(run: number): void {
    const overdue = this.runs.get(run);
    this.runs.delete(run);
    overdue?.end({ kind: "timedOut", trace: overdue.trace });
    this.kill();
  }

  private end(lastWords: string): void {
    this.ended = true;
    for (const { trace, end } of this.runs.values())
      end({ ...crashed, trace: lastWords === "" ? trace : [...trace, lastWords] });
    this.runs.clear();
  }
}

function outcome(message: RunOutcome): RunOutcome {
  if (message.kind === "completed") return { kind: "completed", outputParameters: message.outputParameters };
  const { kind, code, message: words, retry } = message;
  return { kind, code, message: words, retry };
}
