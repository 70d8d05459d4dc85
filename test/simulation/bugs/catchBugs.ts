import { bundleEngine } from "../run/bundle";
import { playSeeds } from "../run/playSeeds";
import type { WorkerPool } from "../run/WorkerPool";
import type { SeedResult } from "../scenario/simulateSeed";
import type { PlantedBug } from "./PlantedBug";

export interface CaughtBug {
  bug: PlantedBug;
  /** Seeds played until a law was broken; null when none was within the limit. */
  seeds: number | null;
  seed: number | null;
  law: string;
  words: string;
}

/** Most bugs are caught soon; whoever is not is looked for in ever larger steps. */
const firstChunk = 40;
const largestChunk = 1600;

/** The first of these seeds that breaks no law without the bug. */
const firstOwn = async (
  pool: WorkerPool,
  sound: string,
  results: readonly SeedResult[],
  without: readonly string[],
): Promise<SeedResult | undefined> => {
  for (const result of results) {
    const { results: anyway } = await playSeeds(pool, sound, {
      from: result.seed,
      count: 1,
      without,
    });
    if (anyway.length === 0) return result;
  }
  return undefined;
};

/** Plays seeds with a planted bug until one breaks a law that it does not break without. */
export const catchBug = async (pool: WorkerPool, root: string, bug: PlantedBug, limit: number): Promise<CaughtBug> => {
  const { without = [] } = bug;
  const engine = await bundleEngine(root, bug);
  const sound = await bundleEngine(root);
  let chunk = Math.min(firstChunk, limit);
  for (let from = 0; from < limit; from += chunk) {
    if (from > 0) chunk = Math.min(from, largestChunk, limit - from);
    const { results } = await playSeeds(pool, engine, { from, count: chunk, without, stopsAtBreak: true });
    const found = await firstOwn(pool, sound, results, without);
    const first = found?.breaks.find(({ law }) => law === bug.law) ?? found?.breaks[0];
    if (found !== undefined && first !== undefined)
      return {
        bug,
        seeds: found.seed + 1,
        seed: found.seed,
        law: first.law,
        words: first.words,
      };
  }
  return { bug, seeds: null, seed: null, law: "", words: "" };
};
