import type { SeedResult } from "../scenario/simulateSeed";
import { supportedMessages } from "./supportedMessages";
import type { WorkerPool } from "./WorkerPool";

export interface SeedRange {
  from: number;
  count: number;
  without?: readonly string[];
  isTold?: boolean;
  stopsAtBreak?: boolean;
  /** Messages that the engine answers; absent: it is asked. */
  supported?: readonly string[];
}

export interface Played {
  played: number;
  runs: number;
  calls: number;
  /** Seeds that broke a law, in order; all, when told. */
  results: readonly SeedResult[];
  /** Situations by how often they were reached. */
  reached: ReadonlyMap<string, number>;
}

const batchSize = 10;

/** Plays a range of seeds with one engine on all threads. */
export const playSeeds = async (
  pool: WorkerPool,
  engine: string,
  { from, count, without = [], isTold = false, stopsAtBreak = false, ...range }: SeedRange,
): Promise<Played> => {
  const supported = range.supported ?? (await supportedMessages(engine));
  const total = {
    played: 0,
    runs: 0,
    calls: 0,
    results: [] as SeedResult[],
    reached: new Map<string, number>(),
  };
  let next = from;
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (next < from + count && !isOver) {
      const first = next;
      next += batchSize;
      const seeds = Array.from({ length: Math.min(batchSize, from + count - first) }, (_item, at) => first + at);
      const result = await pool.play({
        engine,
        supported,
        seeds,
        isTold,
        without,
        stopsAtBreak,
      });
      total.played += result.played;
      total.runs += result.runs;
      total.calls += result.calls;
      total.results.push(...result.results);
      for (const [name, times] of result.reached) total.reached.set(name, (total.reached.get(name) ?? 0) + times);
      if (stopsAtBreak && result.results.length > 0) isOver = true;
    }
  };
  await Promise.all(Array.from({ length: pool.size }, lane));
  return {
    ...total,
    results: total.results.sort((left, right) => left.seed - right.seed),
  };
};
