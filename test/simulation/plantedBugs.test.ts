import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { catchBug } from "./bugs/catchBugs";
import { plantedBugs } from "./bugs/plantedBugs";
import { WorkerPool } from "./run/WorkerPool";

const root = resolve(__dirname, "../..");

test.each(plantedBugs)("$name: its line stands in the engine exactly once", ({ file, before, after }) => {
  const text = readFileSync(join(root, "Solution/engine", file), "utf8");

  expect(text.split(before).length - 1).toBe(1);
  expect(after).not.toBe(before);
});

test("there are at least forty, and no two are the same", () => {
  const lines = plantedBugs.map(({ file, before, after }) => `${file} ${before} ${after}`);

  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeGreaterThanOrEqual(40);
});

describe("the laws notice", () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await WorkerPool.open(root);
  });
  afterAll(() => pool.close());

  // The complete proof, with the seeds that each one takes: npm run simulate -- --bugs
  test.each(plantedBugs.filter(({ isRare = false }) => !isRare))(
    "that $name",
    async (bug) => {
      const caught = await catchBug(pool, root, bug, 10_000, new Set());

      expect(caught.seeds).not.toBeNull();
    },
    240_000,
  );
});
