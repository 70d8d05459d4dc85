import type { OrganizationService } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import type {
  PluginInvocation,
  PluginOutcome,
  PluginRunner,
} from "../../../../../scripts/tenant/sandboxWorker/PluginRunner";

export type FakePlugin = (
  invocation: PluginInvocation,
  service: OrganizationService,
) => Promise<Partial<PluginOutcome> | undefined>;

/** Plays the part of plug-ins: `plugin` is what each of them does. */
export class FakeRunner implements PluginRunner {
  readonly description = "a test";
  readonly invocations: PluginInvocation[] = [];
  plugin: FakePlugin = async () => undefined;

  async execute(invocation: PluginInvocation, service: OrganizationService): Promise<PluginOutcome> {
    this.invocations.push(invocation);
    const outcome = await this.plugin(invocation, service);
    return { kind: "completed", outputParameters: {}, trace: [], ...outcome } as PluginOutcome;
  }

  async stop(): Promise<void> {
    // Nothing runs in it.
  }
}
