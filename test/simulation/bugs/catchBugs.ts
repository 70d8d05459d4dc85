import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

const rememberedFile = join(__dirname, "caughtBy.json");

/** The seed that caught each bug when somebody looked last. Most seeds still do, and only the others are looked for anew. */
const readCaughtBy = (): Readonly<Record<string, number>> =>
  JSON.parse(readFileSync(rememberedFile, "utf8")) as Record<string, number>;

/** Keeps what was caught just now beside what is known of other bugs; `names` are all there are. */
export const keepCaughtBy = (caught: readonly CaughtBug[], names: readonly string[]): void => {
  const found = caught.flatMap(({ bug, seed }) => (seed === null ? [] : [[bug.name, seed] as const]));
  const all: Record<string, number> = { ...readCaughtBy(), ...Object.fromEntries(found) };
  const sorted = [...names].sort().flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const]));
  writeFileSync(rememberedFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
};

let sound: Promise<string> | undefined;

/** Plays seeds with a planted bug until one breaks a law that it does not break without; the remembered seed first. */
export const catchBug = async (pool: WorkerPool, root: string, bug: PlantedBug, limit: number): Promise<CaughtBug> => {
  const { without = [] } = bug;
  sound ??= bundleEngine(root);
  const engines = { planted: await bundleEngine(root, bug), sound: await sound };

  const breaksAnyway = async (seed: number): Promise<boolean> =>
    (await playSeeds(pool, engines.sound, { from: seed, count: 1, without })).results.length > 0;

  const firstBreak = async (from: number, count: number): Promise<SeedResult | undefined> =>
    (await playSeeds(pool, engines.planted, { from, count, without, stopsAtBreak: true })).results[0];

  const told = ({ seed, breaks }: SeedResult, seeds: number): CaughtBug => {
    const first = breaks.find(({ law }) => law === bug.law) ?? breaks[0];
    return { bug, seeds, seed, law: first?.law ?? "", words: first?.words ?? "" };
  };

  const remembered = readCaughtBy()[bug.name];
  if (remembered !== undefined) {
    const again = await firstBreak(remembered, 1);
    if (again !== undefined && !(await breaksAnyway(again.seed))) return told(again, 1);
  }
  let chunk = firstChunk;
  for (let from = 0; from < limit;) {
    const count = Math.min(chunk, limit - from);
    const found = await firstBreak(from, count);
    if (found !== undefined && !(await breaksAnyway(found.seed))) return told(found, found.seed + 1);
    // A seed that breaks anyway ended the chunk early: the search goes on right after it.
    from = found === undefined ? from + count : found.seed + 1;
    chunk = Math.min(Math.max(from, firstChunk), largestChunk);
  }
  return { bug, seeds: null, seed: null, law: "", words: "" };
};
