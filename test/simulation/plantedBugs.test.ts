import { resolve } from "node:path";
import { catchBug } from "./bugs/catchBugs";
import { plantedBugs } from "./bugs/plantedBugs";
import { countPlaces } from "./run/plantBug";
import { WorkerPool } from "./run/WorkerPool";

const root = resolve(__dirname, "../..");

test.each(plantedBugs)("$name: its place is in the engine exactly once", (bug) => {
  expect(countPlaces(root, bug)).toBe(1);
  expect(bug.after).not.toBe(bug.before);
});

test("there are at least eighty, and no two are the same", () => {
  const places = plantedBugs.map(({ within = "", before, after }) => `${within} ${before} ${after}`);

  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBeGreaterThanOrEqual(80);
});

describe("the laws notice", () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await WorkerPool.open(root);
  });
  afterAll(() => pool.close());

  // The seed that caught it last is tried first. The complete proof, which remembers these seeds: npm run simulate -- --bugs
  test.each(plantedBugs.filter(({ isRare = false }) => !isRare))(
    "that $name",
    async (bug) => {
      const caught = await catchBug(pool, root, bug, 10_000);

      expect(caught.seeds).not.toBeNull();
    },
    600_000,
  );
});
