import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { DotNetRuntime } from "./DotNetRuntime";
import type { FromWorker, ToWorker } from "./WorkerMessage";

/** How much of what the process last wrote to its error stream is kept, to explain a crash. */
const keptErrorChars = 2000;

export interface WorkerPipeListener {
  onMessage: (message: FromWorker) => void;
  /** Once, when the process has ended for whatever reason. */
  onExit: (lastWords: string) => void;
}

/** The pipe to a running worker process. */
export interface WorkerPipe {
  send: (message: ToWorker) => void;
  kill: () => void;
}

export function openWorkerPipe(runtime: DotNetRuntime, listener: WorkerPipeListener): WorkerPipe {
  const [program, ...args] = runtime.command;
  // The sandbox of Dataverse runs in UTC.
  const child = spawn(program, args, { stdio: "pipe", env: { ...process.env, TZ: "UTC" } });
  let lastWords = "";
  let hasExited = false;
  const exit = (words: string) => {
    if (hasExited) return;
    hasExited = true;
    listener.onExit(words);
  };
  const keep = (text: string) => {
    lastWords = (lastWords + text).slice(-keptErrorChars);
  };
  child.stderr.setEncoding("utf8").on("data", keep);
  child.on("error", (error) => exit(error.message));
  child.on("close", () => exit(lastWords));
  // A process that dies while it is written to is reported by its exit.
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = parseMessage(line);
    if (message === undefined) keep(`${line}\n`);
    else listener.onMessage(message);
  });
  return {
    send: (message) => child.stdin.write(`${JSON.stringify(message)}\n`),
    kill: () => child.kill("SIGKILL"),
  };
}

/** Undefined for what is no message: mono, when it crashes, reports on standard output. */
function parseMessage(line: string): FromWorker | undefined {
  return line.startsWith('{"is":') ? (JSON.parse(line) as FromWorker) : undefined;
}
