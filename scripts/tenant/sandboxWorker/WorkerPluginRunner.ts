import type { OrganizationService } from "../dataverse/OrganizationService";
import type { DotNetRuntime } from "./DotNetRuntime";
import type { PluginInvocation, PluginOutcome, PluginRunner } from "./PluginRunner";
import { WorkerProcess } from "./WorkerProcess";

/** Runs plug-ins in a process of their own; one that died, or was killed for taking too long, is started again. */
export class WorkerPluginRunner implements PluginRunner {
  readonly description: string;
  private isStopped = false;

  private constructor(
    private readonly runtime: DotNetRuntime,
    private readonly limitMs: number,
    private process: WorkerProcess,
    runtimeName: string,
  ) {
    this.description = `${runtimeName}, out of process`;
  }

  /** Starts the first process, so that no plug-in has to wait for it. `limitMs` is the time one call may take. */
  static async start(runtime: DotNetRuntime, limitMs: number): Promise<WorkerPluginRunner> {
    const process = new WorkerProcess(runtime);
    return new WorkerPluginRunner(runtime, limitMs, process, await process.ready);
  }

  async execute(invocation: PluginInvocation, service: OrganizationService): Promise<PluginOutcome> {
    if (this.isStopped) throw new Error("the plug-in runner has been stopped");
    if (this.process.hasEnded) this.process = new WorkerProcess(this.runtime);
    return this.process.run(invocation, service, this.limitMs);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.process.kill();
  }
}
