import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A runtime on this machine that runs .NET Framework assemblies. */
export interface DotNetRuntime {
  name: "dotnet" | "mono";
  /** Starts the worker process: program and arguments. */
  command: readonly [string, ...string[]];
}

const prebuilt = join(__dirname, "prebuilt");
const worker = join(prebuilt, "SandboxWorker.exe");
const oldestDotNet = 8;

const commands = {
  dotnet: ["dotnet", "exec", "--runtimeconfig", join(prebuilt, "SandboxWorker.runtimeconfig.json"), worker],
  mono: ["mono", worker],
} as const;

/** Undefined where the runtime is not installed, or too old. */
export function findDotNetRuntime(name: DotNetRuntime["name"]): DotNetRuntime | undefined {
  return isInstalled(name) ? { name, command: commands[name] } : undefined;
}

function isInstalled(name: DotNetRuntime["name"]): boolean {
  if (name === "mono") return spawnSync("mono", ["--version"], { env: process.env }).status === 0;
  const listed = spawnSync("dotnet", ["--list-runtimes"], { encoding: "utf8", env: process.env });
  if (listed.status !== 0) return false;
  const majors = [...listed.stdout.matchAll(/^Microsoft\.NETCore\.App (\d+)\./gm)].map((match) => Number(match[1]));
  return majors.some((major) => major >= oldestDotNet);
}
