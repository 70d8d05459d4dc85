import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { sampleId } from "../../../../scripts/tenant/baseTables/sampleData";
import type { EntityValue } from "../../../../scripts/tenant/dataverse/values";
import type { PluginOutcome } from "../../../../scripts/tenant/sandboxWorker/PluginRunner";
import { type TestStep, assembly, ids, image, opportunityParts, step, together } from "../solution/support/parts";
import { type GivenTenant, caller, givenTenant, importAccepted, stopTenants } from "./support/givenTenant";

const deal = sampleId("opportunity", "migration");
const start = Date.parse("2026-11-22T12:00:00Z");
const retryAfterMs = 60_000;
const succeeded = 30;
const failedJob = 31;
const waiting = 10;

let tenant: GivenTenant;
let nowMs = start;

beforeEach(async () => {
  nowMs = start;
  tenant = await givenTenant({ clock: () => new Date(nowMs), retryDelayMs: () => retryAfterMs });
});
afterEach(stopTenants);

const givenStep = (options: TestStep = {}): Promise<void> =>
  importAccepted(tenant, together(opportunityParts({}), assembly, step({ isAsynchronous: true, ...options })));

const rename = (name = "Renamed") =>
  tenant.service.update({ $t: "entity", table: "opportunity", id: deal, attributes: { name } }, caller());

const jobs = () => tenant.rows.read("asyncoperation", ["statuscode", "retrycount", "friendlymessage", "errorcode"]);

const faulted = (retry: boolean): PluginOutcome => ({
  kind: "faulted",
  code: "0x80040265",
  message: "Busy.",
  retry,
  trace: ["tried"],
});

test("an asynchronous step runs after the save, outside of any transaction, as the user who saved", async () => {
  await givenStep({ images: image("pre", 0, "name") });

  await rename();
  expect(tenant.runner.invocations).toEqual([]);
  await tenant.drainJobs();

  expect(tenant.runner.invocations).toEqual([
    expect.objectContaining({
      messageName: "Update",
      stage: 40,
      mode: "asynchronous",
      depth: 1,
      isInTransaction: false,
      userId: baseIds.kimSeller,
      primaryEntityId: deal,
    }),
  ]);
  expect(tenant.runner.invocations[0]?.preImages.pre?.attributes.name).toContain("Azure migration");
  expect((await jobs()).map((job) => job.statuscode)).toEqual([succeeded]);
});

test("its job is deleted after success when the step says so", async () => {
  await givenStep({ autoDelete: true });

  await rename();
  expect(await jobs()).toHaveLength(1);
  await tenant.drainJobs();

  expect(await jobs()).toEqual([]);
});

test("no job is left by a save that was rolled back", async () => {
  await givenStep();

  const saving = tenant.transactions.inTransaction(async () => {
    await rename();
    throw new Error("the power failed");
  });

  await expect(saving).rejects.toThrow("the power failed");
  await tenant.drainJobs();
  expect(tenant.runner.invocations).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test("jobs begin in the order of the saves", async () => {
  await givenStep();
  for (const name of ["One", "Two", "Three"]) await rename(name);

  await tenant.drainJobs();

  const names = tenant.runner.invocations.map(
    ({ inputParameters: { Target } }) => (Target as EntityValue).attributes.name,
  );
  expect(names).toEqual(["One", "Two", "Three"]);
});

test("jobs run side by side: a slow one keeps no other waiting", async () => {
  await givenStep();
  let release: () => void = () => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let begun = 0;
  tenant.runner.plugin = async () => {
    begun += 1;
    // The first waits for the second.
    if (begun === 1) await isReleased;
    else release();
    return { kind: "completed", outputParameters: {}, trace: [] };
  };

  await rename("First");
  await rename("Second");
  await tenant.drainJobs();

  expect(begun).toBe(2);
});

test("a failed job says why, even when it would be deleted after success", async () => {
  await givenStep({ autoDelete: true });
  tenant.runner.plugin = async () => faulted(false);

  await rename();
  await tenant.drainJobs();

  expect(await jobs()).toEqual([
    { statuscode: failedJob, retrycount: 0, friendlymessage: "Busy.", errorcode: -2147220891 },
  ]);
});

test("a failure of the job does not undo the save", async () => {
  await givenStep();
  tenant.runner.plugin = async () => faulted(false);

  await rename();
  await tenant.drainJobs();

  expect((await tenant.service.retrieve("opportunity", deal, ["name"], caller())).attributes.name).toBe("Renamed");
});

test("a job that asks for it is tried again when its time has come, four times at most", async () => {
  await givenStep();
  tenant.runner.plugin = async () => faulted(true);
  await rename();

  await tenant.drainJobs();
  await tenant.drainJobs();
  expect(tenant.runner.invocations).toHaveLength(1);
  expect(await jobs()).toMatchObject([{ statuscode: waiting, retrycount: 1 }]);

  for (let round = 0; round < 6; round++) {
    nowMs += retryAfterMs;
    await tenant.drainJobs();
  }
  expect(tenant.runner.invocations).toHaveLength(5);
  expect(await jobs()).toMatchObject([{ statuscode: failedJob, retrycount: 4 }]);
});

test("a try that succeeds ends the waiting", async () => {
  await givenStep();
  tenant.runner.plugin = async () => (tenant.runner.invocations.length === 1 ? faulted(true) : undefined);
  await rename();
  await tenant.drainJobs();

  nowMs += retryAfterMs;
  await tenant.drainJobs();

  expect((await jobs()).map((job) => job.statuscode)).toEqual([succeeded]);
});

test("a plug-in past its time is a failed job and no retry", async () => {
  await givenStep();
  tenant.runner.plugin = async () => ({ kind: "timedOut", trace: ["began"] });

  await rename();
  await tenant.drainJobs();

  expect(await jobs()).toMatchObject([{ statuscode: failedJob, errorcode: -2146954991 }]);
});

test("what an asynchronous step writes stays although it fails later", async () => {
  await givenStep();
  tenant.runner.plugin = async (_invocation, service) => {
    await service.create({ $t: "entity", table: "account", attributes: { name: "Written early" } }, caller());
    return faulted(false);
  };

  await rename();
  await tenant.drainJobs();

  expect(await tenant.rows.read("account", ["name"], { name: "Written early" })).toHaveLength(1);
});

test("a write of the job sets off jobs of its own, one level deeper", async () => {
  await givenStep();
  tenant.runner.plugin = async ({ depth }, service) => {
    if (depth === 1)
      await service.update(
        { $t: "entity", table: "opportunity", id: deal, attributes: { name: "Again" } },
        caller(baseIds.kimSeller, depth + 1),
      );
    return undefined;
  };

  await rename();
  await tenant.drainJobs();

  expect(tenant.runner.invocations.map((each) => each.depth)).toEqual([1, 2]);
});

test("the background loop runs jobs by itself", async () => {
  await givenStep();
  await tenant.startJobs();
  const ran = new Promise<void>((resolve) => {
    tenant.runner.plugin = async () => {
      resolve();
      return undefined;
    };
  });

  await rename();

  await expect(ran).resolves.toBeUndefined();
});

test("a job whose process died in the middle is run again at the next start", async () => {
  await givenStep();
  await rename();
  const [job] = await tenant.rows.read("asyncoperation", ["asyncoperationid"]);
  await tenant.rows.save("asyncoperation", String(job?.asyncoperationid), { statecode: 2, statuscode: 20 });

  await tenant.startJobs();
  await tenant.drainJobs();

  expect((await jobs()).map((each) => each.statuscode)).toEqual([succeeded]);
});

test("the job of a step that is gone is canceled with the reason", async () => {
  await givenStep();
  await rename();
  const disabled = { statecode: { $t: "opt", v: 1 } } as const;
  await tenant.service.update(
    { $t: "entity", table: "sdkmessageprocessingstep", id: ids.step, attributes: disabled },
    caller(null),
  );

  await tenant.drainJobs();

  expect(await jobs()).toMatchObject([
    { statuscode: 32, friendlymessage: expect.stringContaining("removed or disabled") as string },
  ]);
});
