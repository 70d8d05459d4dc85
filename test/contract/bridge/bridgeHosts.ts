import { createPluginRunner } from "../../../scripts/tenant/sandboxWorker/createPluginRunner";
import { findDotNetRuntime } from "../../../scripts/tenant/sandboxWorker/DotNetRuntime";
import type { PluginRunner } from "../../../scripts/tenant/sandboxWorker/PluginRunner";

export interface BridgeHost {
  name: "dotnet" | "mono" | "node";
  start: (limitMs?: number) => Promise<PluginRunner>;
}

export const startHost = (name: BridgeHost["name"], limitMs?: number): Promise<PluginRunner> =>
  createPluginRunner({ prefer: name, ...(limitMs === undefined ? {} : { limitMs }) });

const hosts = (["dotnet", "mono", "node"] as const).map((name): BridgeHost => ({
  name,
  start: (limitMs) => startHost(name, limitMs),
}));

const isHere = (name: BridgeHost["name"]) => name === "node" || findDotNetRuntime(name) !== undefined;

/** The same tests on every host of the engine script; for those that this machine lacks, one skipped test says so. */
export function onEveryHost(
  tests: (host: BridgeHost) => void,
  only: readonly BridgeHost["name"][] = ["dotnet", "mono", "node"],
): void {
  for (const host of hosts.filter(({ name }) => only.includes(name))) {
    if (isHere(host.name)) describe(`on ${host.name}`, () => tests(host));
    else test.skip(`everything on ${host.name}, which is not installed on this machine`, () => undefined);
  }
}
