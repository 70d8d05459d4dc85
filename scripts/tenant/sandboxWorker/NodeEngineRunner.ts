import type { OrganizationService } from "../dataverse/OrganizationService";
import { createHostBridge } from "./node/createHostBridge";
import { EngineFailure } from "./node/EngineFailure";
import { engineOutcome, isvAborted } from "./node/engineOutcome";
import { engineRequest } from "./node/engineRequest";
import { EngineScripts } from "./node/EngineScripts";
import { Memo } from "./node/Memo";
import { runEngineThread } from "./node/runEngineThread";
import { stepConfiguration } from "./node/stepConfiguration";
import type { PluginInvocation, PluginOutcome, PluginRunner } from "./PluginRunner";
import { callerInside } from "./serveOrganizationCall";

const engineType = "CoSellConnector.PluginHost.EnginePlugin";

/**
 * For machines without .NET: runs the engine script itself, behind the bridge that the plug-in assembly gives it, in place of
 * that assembly. Any other plug-in is refused.
 */
export class NodeEngineRunner implements PluginRunner {
  readonly description = `Node ${process.versions.node} in place of the plug-in assembly, which needs .NET or mono`;
  private readonly scripts = new EngineScripts();
  private readonly memo = new Memo();

  /** `limitMs` is the time one call may take on the platform; the engine's own budget is shorter. */
  constructor(private readonly limitMs: number) {}

  async execute(invocation: PluginInvocation, service: OrganizationService): Promise<PluginOutcome> {
    const trace: string[] = [];
    if (invocation.typeName !== engineType) return { ...cannotRun(invocation.typeName), trace };
    try {
      return await this.run(invocation, service, trace);
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      if (error.code === "host.budget" && this.limitMs <= stepConfiguration(invocation).budgetMs)
        return { kind: "timedOut", trace };
      if (error.details !== "") trace.push(`${error.code}: ${error.details}`);
      return { kind: "faulted", code: isvAborted, message: error.message, retry: false, trace };
    }
  }

  async stop(): Promise<void> {
    // Nothing outlives a call.
  }

  private async run(
    invocation: PluginInvocation,
    service: OrganizationService,
    trace: string[],
  ): Promise<PluginOutcome> {
    const startedAtMs = performance.now();
    const settings = stepConfiguration(invocation);
    const budgetMs = Math.min(settings.budgetMs, this.limitMs);
    const remainingMs = () => Math.max(0, Math.round(budgetMs - (performance.now() - startedAtMs)));
    const system = callerInside(invocation, null);
    const script = await this.scripts.current(invocation.organizationId, service, system, settings.scriptCheckMs);
    const bridge = createHostBridge({ invocation, service, memo: this.memo, trace, remainingMs });
    const answer = await runEngineThread(script.text, engineRequest(invocation, remainingMs()), bridge, remainingMs());
    trace.push(`Engine script ${script.shortHash}: ${Math.round(performance.now() - startedAtMs)} ms.`);
    return engineOutcome(answer, trace);
  }
}

const cannotRun = (typeName: string) => ({
  kind: "faulted" as const,
  code: isvAborted,
  message: `The plug-in ${typeName} cannot run on this machine. Install the .NET runtime 10 or mono and start the tenant again.`,
  retry: false,
});
