import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

export interface CommandRun {
  exitCode: number | null;
  /** What it said, refusals too, in order. */
  said: string;
}

const root = resolve(__dirname, "../..");

/** Runs an npm command of ours as a process of its own; of the environment variables that concern it, it has these alone. `onSaid` hears its output as it comes. */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  onSaid: (text: string) => void = () => undefined,
): Promise<CommandRun> {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("DATAVERSE_"));
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", command, ...args], {
    cwd: root,
    env: { ...Object.fromEntries(others), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk: Buffer) => onSaid(chunk.toString("utf8")));
  const exited = new Promise<number | null>((done) => child.once("close", done));
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { exitCode, said: out + err };
}
