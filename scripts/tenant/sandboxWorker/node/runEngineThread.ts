import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { HostBridge } from "./createHostBridge";
import { engineFailure, type EngineFailure } from "./EngineFailure";
import { hostApi } from "./engineRequest";
import { engineScriptName } from "./EngineScripts";

type FromThread =
  | { is: "call"; call: number; op: string; argsJson: string }
  | { is: "answered"; answer: unknown }
  | { is: "failed"; reason: string; details: string }
  | { is: "noEngine" }
  | { is: "otherVersion"; hostApi: string };

/** Resolves with what `CoSellEngine.handle` resolved with; throws `EngineFailure`, `host.budget` after `budgetMs`. */
export async function runEngineThread(
  text: string,
  requestJson: string,
  bridge: HostBridge,
  budgetMs: number,
): Promise<string> {
  const workerData = { text, name: engineScriptName, hostApi, requestJson };
  const thread = new Worker(join(__dirname, "engineThread.mjs"), { workerData, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(engineFailure("host.budget")), budgetMs);
      thread.on("error", (error) => reject(engineFailure("host.unexpected", error.stack)));
      thread.on("exit", () => {
        clearTimeout(timer);
        reject(engineFailure("host.unexpected", "the thread ended"));
      });
      thread.on("message", (message: FromThread) => {
        if (message.is === "call") void answer(thread, message, bridge);
        else if (message.is === "answered" && typeof message.answer === "string") resolve(message.answer);
        else reject(failureOf(message));
      });
    });
  } finally {
    await thread.terminate();
  }
}

async function answer(
  thread: Worker,
  { call, op, argsJson }: FromThread & { is: "call" },
  bridge: HostBridge,
): Promise<void> {
  thread.postMessage({ call, answer: await bridge(op, argsJson) });
}

function failureOf(message: Exclude<FromThread, { is: "call" }>): EngineFailure {
  switch (message.is) {
    case "answered":
      return engineFailure("host.badEngine", `handle resolved with ${typeof message.answer}`);
    case "failed":
      return engineFailure(failureCode(message.reason), message.details);
    case "noEngine":
      return engineFailure("host.badEngine", "the script sets no CoSellEngine");
    case "otherVersion":
      return engineFailure("host.engineVersion", `the script expects host API ${message.hostApi}`);
  }
}

function failureCode(reason: string) {
  if (reason === "RangeError") return "host.limit";
  return reason === "SyntaxError" ? "host.engineUnreadable" : "host.unexpected";
}
