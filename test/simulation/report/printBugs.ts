import { catchBug } from "../bugs/catchBugs";
import { plantedBugs } from "../bugs/plantedBugs";
import { bundleEngine } from "../run/bundle";
import { playSeeds } from "../run/playSeeds";
import type { WorkerPool } from "../run/WorkerPool";

/** Seeds that are played without a bug first: breaks of these are no bug's. */
const soundSeeds = 2000;

/** Plants the bugs whose name holds `part`, one after the other. True when all are caught. */
export const printBugs = async (pool: WorkerPool, root: string, part: string, limit: number): Promise<boolean> => {
  const sound = await playSeeds(pool, await bundleEngine(root), { from: 0, count: Math.min(soundSeeds, limit) });
  const brokenAnyway = new Set(sound.results.map(({ seed }) => seed));
  if (brokenAnyway.size > 0) console.log(`${brokenAnyway.size} seeds break a law without any bug; they do not count.`);
  let caught = 0;
  const bugs = plantedBugs.filter(({ name }) => name.includes(part));
  for (const bug of bugs) {
    const { seeds, law, words } = await catchBug(pool, root, bug, limit, brokenAnyway);
    caught += seeds === null ? 0 : 1;
    const outcome = seeds === null ? "NOT CAUGHT" : `${String(seeds).padStart(6)} seeds, ${law}`;
    console.log(`${outcome.padEnd(40)} ${bug.name}${seeds === null ? ` (${bug.law})` : ` — ${words.slice(0, 160)}`}`);
  }
  console.log(`${caught} of ${bugs.length} planted bugs caught within ${limit} seeds`);
  return caught === bugs.length;
};
