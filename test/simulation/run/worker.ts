import { parentPort, workerData } from "node:worker_threads";
import type { Step, Table } from "../dataverse/Table";
import { loadEngine, type HandleRequest } from "../platform/EngineScript";
import { simulateSeed, type SeedResult } from "../scenario/simulateSeed";

export interface WorkerParts {
  tables: readonly Table[];
  steps: readonly Step[];
}

/** Seeds to be played with one engine. */
export interface Batch {
  engine: string;
  supported: readonly string[];
  seeds: readonly number[];
  isTold: boolean;
  without: readonly string[];
  /** Stops at the first break. */
  stopsAtBreak: boolean;
}

export interface BatchResult {
  played: number;
  runs: number;
  calls: number;
  /** Results with breaks; all, when told. */
  results: readonly SeedResult[];
  /** Situations by how often these seeds reached them. */
  reached: ReadonlyMap<string, number>;
}

/** Engines by their code, the one that was used last at the end: the sound one stays warm while others take turns beside it. */
let loaded: readonly { code: string; handle: HandleRequest }[] = [];

const handleOf = (code: string): HandleRequest => {
  const engine = loaded.find((one) => one.code === code) ?? { code, handle: loadEngine(code) };
  loaded = [...loaded.filter((one) => one !== engine), engine].slice(-2);
  return engine.handle;
};

const play = async (parts: WorkerParts, batch: Batch): Promise<BatchResult> => {
  const handle = handleOf(batch.engine);
  const options = {
    ...parts,
    handle,
    supported: new Set(batch.supported),
    isTold: batch.isTold,
    without: batch.without,
  };
  const results: SeedResult[] = [];
  const reached = new Map<string, number>();
  let [played, runs, calls] = [0, 0, 0];
  for (const seed of batch.seeds) {
    const result = await simulateSeed(seed, options);
    played += 1;
    runs += result.runs;
    calls += result.calls;
    for (const [name, times] of result.reached) reached.set(name, (reached.get(name) ?? 0) + times);
    if (batch.isTold || result.breaks.length > 0) results.push(result);
    if (batch.stopsAtBreak && result.breaks.length > 0) break;
  }
  return { played, runs, calls, results, reached };
};

const port = parentPort;
port?.on("message", (batch: Batch) => {
  void play(workerData as WorkerParts, batch).then((result) => port.postMessage(result));
});
