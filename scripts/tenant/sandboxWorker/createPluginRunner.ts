import { findDotNetRuntime } from "./DotNetRuntime";
import { NodeEngineRunner } from "./NodeEngineRunner";
import type { PluginRunner } from "./PluginRunner";
import { WorkerPluginRunner } from "./WorkerPluginRunner";

export interface PluginRunnerOptions {
  /** Takes this one or none; otherwise the first that this machine has, in this order. */
  prefer?: "dotnet" | "mono" | "node";
  /** Time one call may take before its worker process is killed. @default 120000, as the platform */
  limitMs?: number;
}

const platformLimitMs = 120_000;

/** The way plug-ins run on this machine, ready to take calls. Throws where the preferred one is not installed. */
export async function createPluginRunner({
  prefer,
  limitMs = platformLimitMs,
}: PluginRunnerOptions): Promise<PluginRunner> {
  for (const name of ["dotnet", "mono"] as const) {
    if ((prefer ?? name) !== name) continue;
    const runtime = findDotNetRuntime(name);
    if (runtime !== undefined) return WorkerPluginRunner.start(runtime, limitMs);
    if (prefer === name) throw new Error(`${name} is not installed on this machine, so plug-ins cannot run on it.`);
  }
  return new NodeEngineRunner(limitMs);
}
