import { parentPort, workerData } from "node:worker_threads";
import type { Step, Table } from "../dataverse/Table";
import { loadEngine } from "../platform/EngineScript";
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

let latest = { code: "", handle: loadEngine("globalThis.CoSellEngine = {};") };

const play = async (parts: WorkerParts, batch: Batch): Promise<BatchResult> => {
  if (latest.code !== batch.engine) latest = { code: batch.engine, handle: loadEngine(batch.engine) };
  const { handle } = latest;
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
