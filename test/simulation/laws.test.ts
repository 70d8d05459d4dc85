import { resolve } from "node:path";
import { summarize } from "./report/printSeeds";
import { bundleEngine } from "./run/bundle";
import { playSeeds } from "./run/playSeeds";
import { WorkerPool } from "./run/WorkerPool";

const root = resolve(__dirname, "../..");

let pool: WorkerPool;
let engine: string;

beforeAll(async () => {
  pool = await WorkerPool.open(root);
  engine = await bundleEngine(root);
});

afterAll(() => pool.close());

/** Seeds of every run of the tests; the environment variable asks for more or fewer. */
const seeds = Number(process.env["SIMULATION_SEEDS"] ?? "10000");

test(`the laws hold in ${seeds} seeds of faults`, async () => {
  const startedMs = performance.now();
  const { played, results } = await playSeeds(pool, engine, { from: 0, count: seeds });
  const seconds = (performance.now() - startedMs) / 1000;
  // Machines differ, so the time is told and never judged.
  process.stdout.write(
    `${played} seeds in ${seconds.toFixed(1)} s, ${((seconds / played) * 1000).toFixed(1)} ms each\n`,
  );

  expect(played).toBe(seeds);
  // Replay one with: npm run simulate -- --seed N --story
  expect(summarize(results)).toEqual([]);
}, 600_000);

test("a seed tells the same story every time", async () => {
  const range = { from: 71, count: 3, isTold: true };

  const first = await playSeeds(pool, engine, range);
  const second = await playSeeds(pool, engine, range);

  expect(first.results.map(({ story }) => story.length > 10)).toEqual([true, true, true]);
  expect(second.results).toEqual(first.results);
});
