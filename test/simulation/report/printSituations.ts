import { bundleEngine } from "../run/bundle";
import { playSeeds, type SeedRange } from "../run/playSeeds";
import type { WorkerPool } from "../run/WorkerPool";
import { declaredSituations, missingSituations } from "../situations/declaredSituations";

/** Plays seeds and names the declared situations that none of them reached; all that were reached, when `isFull`. */
export const printSituations = async (
  pool: WorkerPool,
  root: string,
  range: SeedRange,
  isFull: boolean,
): Promise<boolean> => {
  const { played, reached } = await playSeeds(pool, await bundleEngine(root), range);
  if (isFull)
    for (const [name, times] of [...reached].sort(([left], [right]) => (left < right ? -1 : 1)))
      console.log(`${String(times).padStart(7)} ${name}`);
  const missing = missingSituations(reached, played);
  for (const name of missing) console.log(`NOT REACHED: ${name}`);
  const declared = declaredSituations.length;
  console.log(
    `Seeds ${range.from} to ${range.from + played - 1} reached ${declared - missing.length} of ${declared} declared situations, and ${reached.size} in all`,
  );
  return missing.length === 0;
};
