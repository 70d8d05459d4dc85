import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { givenTenant } from "../pipeline/support/givenTenant";
import { opportunityParts } from "./support/parts";
import { solutionZip } from "./support/solutionZip";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenant-"));
});
afterEach(() => rm(folder, { recursive: true }));

const first = solutionZip(opportunityParts({}));
const second = solutionZip({ ...opportunityParts({}), version: "1.0.0.1" });
const refused = solutionZip({ ...opportunityParts({}), roots: [] });
const unlessKnown = true;

test("the same zip is left alone at the next start, and the log says so", async () => {
  const before = await givenTenant({ folder });
  expect(await before.importSolution(first, { unlessKnown })).not.toHaveProperty("isUnchanged");
  await before.stop();

  const after = await givenTenant({ folder });
  expect(await after.importSolution(first, { unlessKnown })).toMatchObject({
    ok: true,
    isUnchanged: true,
    solution: { uniqueName: "AcmeDeal", version: "1.0.0.0", managed: true },
    log: [{ component: "Solution AcmeDeal", message: expect.stringContaining("imported already") as string }],
  });
  expect(await after.rows.read("importjob", ["name"])).toHaveLength(1);
  await after.stop();
});

test("another zip of the solution is imported, and so is the first one after it as far as its version allows", async () => {
  const tenant = await givenTenant({ folder });
  await tenant.importSolution(first, { unlessKnown });

  expect(await tenant.importSolution(second, { unlessKnown })).not.toHaveProperty("isUnchanged");
  expect(await tenant.importSolution(first, { unlessKnown })).not.toHaveProperty("isUnchanged");
  await tenant.stop();
});

test("a refused zip is not remembered", async () => {
  const tenant = await givenTenant({ folder });
  await tenant.importSolution(refused, { unlessKnown });

  expect(await tenant.importSolution(refused, { unlessKnown })).toMatchObject({ ok: false });
  await tenant.stop();
});

test("whoever asks for an import gets one", async () => {
  const tenant = await givenTenant({ folder });
  await tenant.importSolution(first);
  await tenant.importSolution(first);

  expect(await tenant.rows.read("importjob", ["name"])).toHaveLength(2);
  await tenant.stop();
});
