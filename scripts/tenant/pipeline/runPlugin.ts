import type { OrganizationService } from "../dataverse/OrganizationService";
import type { Transactions } from "../dataverse/Transactions";
import type { PluginInvocation, PluginOutcome, PluginRunner } from "../sandboxWorker/PluginRunner";
import { bindToContext } from "./bindToContext";
import type { TraceLog } from "./TraceLog";

export interface PluginHost {
  runner: PluginRunner;
  transactions: Transactions;
  trace: TraceLog;
  /** Time to wait for the answer of a plug-in, in milliseconds. The runner's own limit is lower and kills its worker. */
  limitMs: number;
  clock: () => Date;
}

const crashed = (error: unknown): PluginOutcome => ({
  kind: "faulted",
  code: "0x8004418d",
  message:
    "The plug-in execution failed because the Sandbox Worker process crashed. This is typically due to an error in the plug-in code.",
  retry: false,
  trace: [String(error)],
});

async function withinLimit(limitMs: number, work: Promise<PluginOutcome>): Promise<PluginOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PluginOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timedOut", trace: [] }), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs one plug-in inside the transaction the caller is in, or outside of any, and writes its trace log. */
export async function runPlugin(
  host: PluginHost,
  invocation: PluginInvocation,
  service: OrganizationService,
  stepId?: string,
): Promise<PluginOutcome> {
  const startedOn = host.clock();
  const scope = host.transactions.current();
  const bound = scope ? scope.bind(service) : bindToContext(service);
  const execution = host.runner.execute(invocation, bound).catch(crashed);
  const outcome = await withinLimit(host.limitMs, execution);
  host.trace.write({ invocation, outcome, startedOn, endedOn: host.clock(), ...(stepId !== undefined && { stepId }) });
  return outcome;
}
