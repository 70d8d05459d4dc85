import type { PluginInvocation, PluginOutcome, PluginRunner } from "../../../scripts/tenant/sandboxWorker/PluginRunner";
import type { BridgeHost } from "./bridgeHosts";
import { FakeOrganization } from "./FakeOrganization";
import { pluginInvocation } from "./pluginInvocation";
import { probeScript } from "./probeScript";

/** An operation of the bridge with its arguments; text is sent as it is, in place of JSON. */
export type BridgeCall = [op: string, args: unknown];

export type BridgeAnswer = { ok: true; value: Record<string, unknown> } | { ok: false; code: string; message: string };

/** Makes bridge calls from inside a plug-in, on one host for all tests of a file. */
export class BridgeDriver {
  organization = new FakeOrganization();
  outcome: PluginOutcome | undefined;

  private constructor(readonly runner: PluginRunner) {}

  static async start(host: BridgeHost): Promise<BridgeDriver> {
    return new BridgeDriver(await host.start());
  }

  /** Every test starts from an empty organization. */
  reset(): void {
    this.organization = new FakeOrganization();
    this.organization.engineScript = probeScript;
  }

  async ask(calls: BridgeCall[], changes: Partial<PluginInvocation> = {}): Promise<BridgeAnswer[]> {
    const { Answers } = await this.outputs({ ...changes, inputParameters: { Calls: JSON.stringify(calls) } });
    return JSON.parse(String(Answers)) as BridgeAnswer[];
  }

  async askOne(op: string, args: unknown, changes: Partial<PluginInvocation> = {}): Promise<BridgeAnswer> {
    const [answer] = await this.ask([[op, args]], changes);
    if (answer === undefined) throw new Error("no answer");
    return answer;
  }

  async outputs(changes: Partial<PluginInvocation>): Promise<Record<string, unknown>> {
    const outcome = await this.run(changes);
    if (outcome.kind !== "completed") throw new Error(JSON.stringify(outcome));
    return outcome.outputParameters;
  }

  async run(changes: Partial<PluginInvocation>): Promise<PluginOutcome> {
    this.outcome = await this.runner.execute(pluginInvocation(changes), this.organization);
    return this.outcome;
  }

  async runScript(script: string, changes: Partial<PluginInvocation> = {}): Promise<PluginOutcome> {
    this.organization.engineScript = script;
    return this.run(changes);
  }
}
