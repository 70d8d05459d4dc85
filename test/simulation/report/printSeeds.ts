import { bundleEngine } from "../run/bundle";
import { playSeeds, type SeedRange } from "../run/playSeeds";
import type { WorkerPool } from "../run/WorkerPool";
import { hazardNames } from "../scenario/Scenario";
import type { SeedResult } from "../scenario/simulateSeed";

const maxNamed = 20;

/** Laws that broke: how often, what the first time was, and where else. */
export const summarize = (results: readonly SeedResult[]): string[] => {
  const byLaw = new Map<string, { seeds: readonly number[]; words: string }>();
  for (const { seed, breaks } of results)
    for (const law of new Set(breaks.map((one) => one.law))) {
      const words = breaks.find((one) => one.law === law)?.words ?? "";
      const known = byLaw.get(law);
      byLaw.set(law, known ? { ...known, seeds: [...known.seeds, seed] } : { seeds: [seed], words });
    }
  return [...byLaw].map(([law, { seeds, words }]) => {
    const [first, ...others] = seeds;
    const also = others.length === 0 ? "" : ` (also ${others.slice(0, maxNamed).join(", ")})`;
    return `${law}: ${seeds.length} seeds, the first ${first}: ${words}${also}`;
  });
};

/** Hazards that a seed breaks its law without: leaving them out makes its story shorter. */
const shrink = async (pool: WorkerPool, engine: string, seed: number): Promise<string[]> => {
  const breaks = async (without: readonly string[]): Promise<readonly string[]> => {
    const { results } = await playSeeds(pool, engine, { from: seed, count: 1, without });
    return results.flatMap((one) => one.breaks.map(({ law }) => law));
  };
  const [law] = await breaks([]);
  let without: string[] = [];
  for (const name of hazardNames)
    if (law !== undefined && (await breaks([...without, name])).includes(law)) without = [...without, name];
  return without;
};

/** Plays seeds and prints what broke, and the stories that were asked for. True when no law broke. */
export const printSeeds = async (
  pool: WorkerPool,
  root: string,
  range: SeedRange & { shrinks: boolean },
): Promise<boolean> => {
  const engine = await bundleEngine(root);
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const without = range.shrinks ? await shrink(pool, engine, range.from) : (range.without ?? []);
  const played = await playSeeds(pool, engine, { ...range, without, isTold: range.isTold === true || range.shrinks });
  for (const { story } of played.results) for (const line of story) console.log(line);
  if (range.shrinks)
    console.log(`The same without ${without.join(", ")}: --seed ${range.from} --without ${without.join(",")}`);
  for (const line of summarize(played.results)) console.log(line);
  const broken = played.results.filter(({ breaks }) => breaks.length > 0).length;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(cpu);
  const each = ((user + system) / 1000 / Math.max(1, played.played)).toFixed(1);
  console.log(
    `Seeds ${range.from} to ${range.from + played.played - 1}: ${played.runs} runs, ${played.calls} calls in ${seconds} s, ${each} ms of CPU each; ${broken} broke a law`,
  );
  return broken === 0;
};
