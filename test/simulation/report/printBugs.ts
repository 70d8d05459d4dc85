import { catchBug, keepCaughtBy, type CaughtBug } from "../bugs/catchBugs";
import { plantedBugs } from "../bugs/plantedBugs";
import type { WorkerPool } from "../run/WorkerPool";

/** Plants the bugs whose name holds `part`, one after the other, and remembers the seeds that catch them. True when all are caught. */
export const printBugs = async (pool: WorkerPool, root: string, part: string, limit: number): Promise<boolean> => {
  const caught: CaughtBug[] = [];
  const bugs = plantedBugs.filter(({ name }) => name.includes(part));
  for (const bug of bugs) {
    const outcomeOfBug = await catchBug(pool, root, bug, limit);
    const { seeds, law, words } = outcomeOfBug;
    caught.push(outcomeOfBug);
    const outcome = seeds === null ? "NOT CAUGHT" : `${String(seeds).padStart(6)} seeds, ${law}`;
    console.log(`${outcome.padEnd(40)} ${bug.name}${seeds === null ? ` (${bug.law})` : ` — ${words.slice(0, 160)}`}`);
  }
  keepCaughtBy(
    caught,
    plantedBugs.map(({ name }) => name),
  );
  const needed = caught.flatMap(({ seeds }) => seeds ?? []).sort((left, right) => left - right);
  const [median, worst] = [needed[Math.floor(needed.length / 2)] ?? 0, needed.at(-1) ?? 0];
  console.log(
    `${needed.length} of ${bugs.length} planted bugs caught within ${limit} seeds; median ${median}, worst ${worst}`,
  );
  return needed.length === bugs.length;
};
