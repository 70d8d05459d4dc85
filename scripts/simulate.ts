import { resolve } from "node:path";
import { printBugs } from "../test/simulation/report/printBugs";
import { printMeasurements } from "../test/simulation/report/printMeasurements";
import { printSeeds } from "../test/simulation/report/printSeeds";
import { printSituations } from "../test/simulation/report/printSituations";
import { WorkerPool } from "../test/simulation/run/WorkerPool";
import { drawSeeds } from "../test/simulation/seeds/drawSeeds";

const usage = `npm run simulate -- [--seeds N] [--from N]       plays seeds, fresh ones unless --from is given, and names every law that broke
npm run simulate -- --seed N --story [--without a,b]  tells what happened, leaving hazards out
npm run simulate -- --seed N --shrink                 leaves out every hazard that the break does not need
npm run simulate -- --bugs [part of a name]           plants each bug and counts the seeds until a law notices
npm run simulate -- --situations [--full]             names declared situations that 10,000 seeds do not reach
npm run simulate -- --measure [hours]                 latency and calls at 5 edits a second in virtual time
--workers N plays on so many threads; --without wide leaves out all hazards of the second generation.`;

const has = (name: string): boolean => process.argv.includes(`--${name}`);

const option = (name: string): string | undefined => {
  const value = process.argv[process.argv.indexOf(`--${name}`) + 1];
  return has(name) && value !== undefined && !value.startsWith("--") ? value : undefined;
};

async function main(): Promise<boolean> {
  if (has("help")) {
    console.log(usage);
    return true;
  }
  const root = option("root") ?? resolve(__dirname, "..");
  if (has("measure")) return printMeasurements(root, Number(option("measure") ?? "24"));
  const workers = option("workers");
  const pool = await WorkerPool.open(root, workers === undefined ? undefined : Number(workers));
  try {
    if (has("bugs")) return await printBugs(pool, root, option("bugs") ?? "", Number(option("seeds") ?? "10000"));
    const seed = option("seed");
    if (has("situations")) {
      const from = Number(option("from") ?? drawSeeds({}, 0).from);
      return await printSituations(pool, root, { from, count: Number(option("seeds") ?? "10000") }, has("full"));
    }
    return await printSeeds(pool, root, {
      from: Number(seed ?? option("from") ?? drawSeeds({}, 0).from),
      count: Number(option("seeds") ?? (seed === undefined ? "10000" : "1")),
      isTold: has("story"),
      shrinks: has("shrink"),
      without: (option("without") ?? "").split(",").filter((name) => name !== ""),
    });
  } finally {
    await pool.close();
  }
}

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    console.error(`The simulation stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  },
);
