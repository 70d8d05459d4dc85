// Runs the engine script in a thread of its own: an endless loop there ends with the thread, and stops nobody else.
// Plain JavaScript, because threads start without the loader that translates TypeScript.
import { createContext, Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";

const { text, name, hostApi, requestJson } = workerData;
const waiting = new Map();
let lastCall = 0;
let isDone = false;

const say = (message) => {
  if (isDone) return;
  isDone = message.is !== "call";
  parentPort.postMessage(message);
};

const describe = (thrown) => {
  // Errors of the script are made by its own context, so they are no instances of ours.
  const { name = "", message = "", stack = message } = Object(thrown);
  return { reason: String(name), details: String(stack || thrown) };
};

/** Once the script's own jobs have run, only an answer of the host can settle a promise. */
const failWhenIdle = () =>
  setImmediate(() => {
    if (waiting.size === 0) say({ is: "failed", reason: "", details: "handle waits for what never happens" });
  });

parentPort.on("message", ({ call, answer }) => {
  const resolve = waiting.get(call);
  waiting.delete(call);
  resolve(answer);
  failWhenIdle();
});

const __host = (op, argsJson) =>
  new Promise((resolve) => {
    waiting.set(++lastCall, resolve);
    say({ is: "call", call: lastCall, op: String(op), argsJson: String(argsJson) });
  });

try {
  const context = createContext({ __host }, { codeGeneration: { strings: false, wasm: false } });
  // V8 brings these two along; the plug-in assembly has neither.
  new Script("delete globalThis.console; delete globalThis.WebAssembly;").runInContext(context);
  new Script(text, { filename: name }).runInContext(context);
  const entry = context.CoSellEngine;
  if (entry?.hostApi === hostApi) {
    Promise.resolve(entry.handle(requestJson)).then(
      (answer) => say({ is: "answered", answer }),
      (error) => say({ is: "failed", ...describe(error) }),
    );
    failWhenIdle();
  } else say(entry === undefined ? { is: "noEngine" } : { is: "otherVersion", hostApi: String(entry.hostApi) });
} catch (error) {
  say({ is: "failed", ...describe(error) });
}
