import fc from "fast-check";
import { toFailure, type Failure } from "../../../../../Solution/engine/domain/failure/Failure";
import { done, failed } from "../../../../../Solution/engine/domain/failure/Outcome";
import { addMs, printInstant, toMs } from "../../../../../Solution/engine/domain/values/instant";
import { runMaintenance, type TaskName } from "../../../../../Solution/engine/flows/maintenance/runMaintenance";
import { FakeFeed } from "../../support/FakeFeed";

const minuteMs = 60_000;

const sweep = async (feed: FakeFeed, tasks: readonly TaskName[] = ["sweep"], seconds = 45) => {
  const outcome = await runMaintenance(feed.startRun(seconds), tasks);
  if (outcome.kind === "failed") throw new Error(outcome.failure.cause);
  if (outcome.value.kind === "busy") throw new Error("another run is at it");
  return outcome.value.reports;
};

test("whatever the clocks differ by, and whatever is changed while one reads, nothing is overlooked in the end", async () => {
  const anyChange = fc.record({ which: fc.nat({ max: 400 }), afterMs: fc.nat({ max: 8 * minuteMs }) });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -10 * minuteMs, max: 10 * minuteMs }),
      fc.array(anyChange, { maxLength: 120 }),
      fc.array(fc.nat({ max: 400 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      async (skewMs, changes, meanwhile, seconds) => {
        const feed = new FakeFeed(skewMs);
        feed.fill(350);
        await sweep(feed);
        // Every page that is read gives somebody the time to change one more referral.
        const surprises = [...meanwhile];
        feed.whileReading = () => {
          const which = surprises.shift();
          if (which !== undefined) feed.change(which);
        };
        for (const { which, afterMs } of changes) {
          feed.pass(afterMs);
          feed.change(which);
          if (which % 5 === 0) await sweep(feed, ["sweep"], seconds);
        }
        for (let rest = 0; rest < 40; rest += 1) {
          feed.pass(11 * minuteMs);
          await sweep(feed, ["sweep"], seconds);
        }
        expect(feed.unknown()).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("hundreds that were changed within one millisecond are all found, though some of them move away meanwhile", async () => {
  const feed = new FakeFeed(0);
  feed.fill(10);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  const moment = printInstant(toMs(feed.now) - 1000);
  feed.fill(430, moment);
  let reads = 0;
  feed.whileReading = () => {
    reads += 1;
    for (let one = 0; one < 20 && reads < 5; one += 1) feed.change(20 + reads * 50 + one);
  };

  await sweep(feed, ["sweep"], 600);

  expect(feed.unknown()).toEqual([]);
});

test("a sweep that runs out of time goes on where it was, and ends without reading anything twice", async () => {
  const feed = new FakeFeed(0);
  feed.fill(5);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(250);
  feed.calls = 0;

  const first = await sweep(feed, ["sweep"], 10);
  expect(first.sweep).toMatchObject({ isFinished: false, stopped: "outOfTime" });
  expect(feed.maintenance.memory.sweep).not.toBeNull();
  for (let run = 0; run < 10; run += 1) await sweep(feed, ["sweep"], 10);

  expect(feed.unknown()).toEqual([]);
  expect(feed.maintenance.memory.sweep).toBeNull();
  // One reading for each referral, and a page or two for each run.
  expect(feed.calls).toBeLessThanOrEqual(250 + 2 * 11);
});

test("what cannot be brought in waits in a message, and the sweep goes on", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(3);
  feed.troubles.set("referral-1", toFailure("dataverse.otherPlugIn", "by the test"));

  const { sweep: report } = await sweep(feed);

  expect(report).toMatchObject({ handled: 3, failed: 1, isFinished: true, stopped: null });
  expect([...feed.maintenance.messages.values()]).toMatchObject([
    { subject: { table: "referral", id: "referral-1" }, state: "parked", failureCode: "dataverse.otherPlugIn" },
  ]);
});

test("what can be neither brought in nor kept stops the sweep before it, and nothing counts as covered", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  const { sweptUntil } = feed.maintenance.memory;
  feed.pass(11 * minuteMs);
  feed.fill(3);
  feed.troubles.set("referral-1", toFailure("dataverse.otherPlugIn", "by the test"));
  feed.maintenance.refusal = toFailure("dataverse.busy", "by the test");

  expect((await sweep(feed)).sweep).toMatchObject({ handled: 1, isFinished: false });
  expect(feed.maintenance.memory.sweptUntil).toBe(sweptUntil);
  feed.maintenance.refusal = null;
  feed.troubles.clear();
  await sweep(feed);

  expect(feed.unknown()).toEqual([]);
});

test.each(["budget.spent", "partnerCenter.throttled", "partnerCenter.bandwidthExceeded"] as const)(
  "%s holds the whole sweep back instead of filling messages",
  async (code) => {
    const feed = new FakeFeed(0);
    await sweep(feed);
    feed.pass(11 * minuteMs);
    feed.fill(50);
    feed.troubles.set("referral-7", toFailure(code, "by the test", 60_000));

    const { sweep: report } = await sweep(feed);

    expect(report?.handled).toBe(7);
    expect(report?.stopped).toMatchObject({ code });
    expect(feed.maintenance.messages.size).toBe(0);
  },
);

test("a referral of nobody is looked at once, and again when it has changed", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(3);
  feed.nobodys.add("referral-2");
  await sweep(feed);
  const reads = feed.reads.length;
  feed.pass(11 * minuteMs);
  await sweep(feed);
  expect(feed.reads.slice(reads)).toEqual([]);

  feed.change(2);
  feed.pass(11 * minuteMs);
  await sweep(feed);
  expect(feed.reads.slice(reads)).toEqual(["referral-2"]);
});

test("the weekly pass leaves deals alone that were there before the connector and belong to nobody", async () => {
  const feed = new FakeFeed(0);
  feed.fill(30);
  feed.pass(30 * 86_400_000);
  feed.maintenance.connectedOn = feed.now;
  await sweep(feed, ["sweep", "fullPass"]);
  feed.pass(8 * 86_400_000);
  feed.reads = [];

  const { fullPass } = await sweep(feed, ["fullPass"]);

  expect(fullPass).toMatchObject({ handled: 0, isFinished: true });
  expect(feed.reads).toEqual([]);
  expect(feed.maintenance.memory.passedOn).toMatch(/^2026-12-30T21:00:00/);
});

test("the kill switch keeps everything of Partner Center out, and what came meanwhile is found when it is on again", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.settings = { ...feed.settings, inboundEnabled: false };
  feed.calls = 0;
  for (let day = 0; day < 3; day += 1) {
    feed.pass(86_400_000);
    feed.fill(2);
    expect((await sweep(feed, ["sweep", "fullPass", "messages"])).sweep?.stopped).toBe("switchedOff");
  }
  expect(feed.calls).toBe(0);

  feed.settings = { ...feed.settings, inboundEnabled: true };
  await sweep(feed);
  expect(feed.unknown()).toEqual([]);
});

test("of two runs at once one does the work", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(20);

  const both = await Promise.all([
    runMaintenance(feed.startRun(45), ["sweep"]),
    runMaintenance(feed.startRun(45), ["sweep"]),
  ]);

  expect(both.map((outcome) => (outcome.kind === "done" ? outcome.value.kind : "failed")).sort()).toEqual([
    "busy",
    "ran",
  ]);
  expect(feed.reads).toHaveLength(20);
});

test("a run that was killed keeps its lease no longer than a run can live", async () => {
  const feed = new FakeFeed(0);
  feed.maintenance.leasedUntil = addMs(feed.now, 180_000);
  const blocked = await runMaintenance(feed.startRun(45), ["sweep"]);
  feed.pass(181_000);
  const free = await runMaintenance(feed.startRun(45), ["sweep"]);

  expect([blocked, free]).toMatchObject([{ value: { kind: "busy" } }, { value: { kind: "ran" } }]);
});

test("a page out of order is not trusted to tell where one was", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(150);
  feed.isReversed = true;

  const { sweep: report } = await sweep(feed);

  expect(report).toMatchObject({ isFinished: false, stopped: { code: "partnerCenter.unreadable" } });
});

const unreadable: Failure = toFailure("partnerCenter.serviceNotAvailable", "by the test");

test("an outage in the middle of the pages loses nothing", async () => {
  const feed = new FakeFeed(0);
  await sweep(feed);
  feed.pass(11 * minuteMs);
  feed.fill(230);
  let pages = 0;
  feed.refusePage = () => ((pages += 1) === 2 ? failed(unreadable) : done(undefined));

  expect((await sweep(feed, ["sweep"], 600)).sweep).toMatchObject({ isFinished: false });
  await sweep(feed, ["sweep"], 600);

  expect(feed.unknown()).toEqual([]);
});
