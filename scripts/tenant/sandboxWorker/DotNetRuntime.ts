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

const commands = {
  dotnet: ["dotnet", "exec", "--runtimeconfig", join(prebuilt, "SandboxWorker.runtimeconfig.json"), worker],
  mono: ["mono", worker],
} as const;

/** Undefined where the runtime is not installed, too old or without parts that plug-ins need. */
export function findDotNetRuntime(name: DotNetRuntime["name"]): DotNetRuntime | undefined {
  const command = commands[name];
  const [program, ...args] = command;
  // The worker ends at once when nobody is at the other end of the pipe: the one sure sign that it can run at all.
  const tried = spawnSync(program, args, { input: "", env: process.env, stdio: "pipe" });
  return tried.status === 0 ? { name, command } : undefined;
}
