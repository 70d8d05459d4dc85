import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleEngine } from "../run/bundle";
import { playSeeds } from "../run/playSeeds";
import { supportedMessages } from "../run/supportedMessages";
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

/** A seed tells another story once the simulator does something else: of each bug some that caught it are kept, the newest first. */
const maxRemembered = 3;

type CaughtBy = Readonly<Record<string, readonly number[]>>;

/** Seeds that caught each bug when somebody looked last. Most still do, and only where none does it is looked for anew. */
const readCaughtBy = (): CaughtBy => JSON.parse(readFileSync(rememberedFile, "utf8")) as CaughtBy;

/** Keeps what was caught just now beside what is known of other bugs; `names` are all there are. */
export const keepCaughtBy = (caught: readonly CaughtBug[], names: readonly string[]): void => {
  const known = readCaughtBy();
  const found = caught.flatMap(({ bug: { name }, seed }) =>
    seed === null ? [] : [[name, [...new Set([seed, ...(known[name] ?? [])])].slice(0, maxRemembered)] as const],
  );
  const all: CaughtBy = { ...known, ...Object.fromEntries(found) };
  const sorted = [...names].sort().flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const]));
  const lines = sorted.map(([name, seeds]) => `  ${JSON.stringify(name)}: [${seeds.join(", ")}]`);
  writeFileSync(rememberedFile, `{\n${lines.join(",\n")}\n}\n`);
};

interface SoundEngine {
  code: string;
  supported: readonly string[];
}

const bundleSound = async (root: string): Promise<SoundEngine> => {
  const code = await bundleEngine(root);
  return { code, supported: await supportedMessages(code) };
};

let sound: Promise<SoundEngine> | undefined;

/** Plays seeds with a planted bug until one breaks a law that it does not break without; remembered seeds first. */
export const catchBug = async (pool: WorkerPool, root: string, bug: PlantedBug, limit: number): Promise<CaughtBug> => {
  const { without = [] } = bug;
  sound ??= bundleSound(root);
  const { code, supported } = await sound;
  const planted = await bundleEngine(root, bug);

  const breaksAnyway = async (seed: number): Promise<boolean> =>
    (await playSeeds(pool, code, { from: seed, count: 1, without, supported })).results.length > 0;

  const firstBreak = async (from: number, count: number): Promise<SeedResult | undefined> =>
    (await playSeeds(pool, planted, { from, count, without, supported, stopsAtBreak: true })).results[0];

  const told = ({ seed, breaks }: SeedResult, seeds: number): CaughtBug => {
    const first = breaks.find(({ law }) => law === bug.law) ?? breaks[0];
    return { bug, seeds, seed, law: first?.law ?? "", words: first?.words ?? "" };
  };

  for (const remembered of readCaughtBy()[bug.name] ?? []) {
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
