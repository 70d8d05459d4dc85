import { bundleEngine } from "../run/bundle";
import { playSeeds } from "../run/playSeeds";
import type { WorkerPool } from "../run/WorkerPool";
import type { PlantedBug } from "./PlantedBug";

export interface CaughtBug {
  bug: PlantedBug;
  /** Seeds played until a law was broken; null when none was within the limit. */
  seeds: number | null;
  seed: number | null;
  law: string;
  words: string;
}

const chunk = 100;

/** Plays seeds with a planted bug until one breaks a law that it does not break without. */
export const catchBug = async (
  pool: WorkerPool,
  root: string,
  bug: PlantedBug,
  limit: number,
  brokenAnyway: ReadonlySet<number>,
): Promise<CaughtBug> => {
  const engine = await bundleEngine(root, bug);
  for (let from = 0; from < limit; from += chunk) {
    const { results } = await playSeeds(pool, engine, { from, count: Math.min(chunk, limit - from) });
    const found = results.find(({ seed }) => !brokenAnyway.has(seed));
    const first = found?.breaks.find(({ law }) => law === bug.law) ?? found?.breaks[0];
    if (found !== undefined && first !== undefined)
      return { bug, seeds: found.seed + 1, seed: found.seed, law: first.law, words: first.words };
  }
  return { bug, seeds: null, seed: null, law: "", words: "" };
};
