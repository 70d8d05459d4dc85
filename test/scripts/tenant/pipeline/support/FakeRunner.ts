import { DataverseError, type OrganizationService } from "../../../../../scripts/tenant/dataverse/OrganizationService";
import type {
  PluginInvocation,
  PluginOutcome,
  PluginRunner,
} from "../../../../../scripts/tenant/sandboxWorker/PluginRunner";

export type FakePlugin = (
  invocation: PluginInvocation,
  service: OrganizationService,
) => Promise<Partial<PluginOutcome> | undefined>;

/** Plays the part of plug-ins: `plugin` is what each of them does. A fault of the service it does not catch is its own. */
export class FakeRunner implements PluginRunner {
  readonly description = "a test";
  readonly invocations: PluginInvocation[] = [];
  plugin: FakePlugin = async () => undefined;

  async execute(invocation: PluginInvocation, service: OrganizationService): Promise<PluginOutcome> {
    this.invocations.push(invocation);
    try {
      const outcome = await this.plugin(invocation, service);
      return { kind: "completed", outputParameters: {}, trace: [], ...outcome } as PluginOutcome;
    } catch (error) {
      if (!(error instanceof DataverseError)) throw error;
      return { kind: "faulted", code: error.code, message: error.message, retry: false, trace: [] };
    }
  }

  async stop(): Promise<void> {
    // Nothing runs in it.
  }
}
