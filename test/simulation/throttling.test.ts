import { resolve } from "node:path";
import type { Fault } from "../../scripts/tenant/partnerCenter/faults/Fault";
import { readSteps, readTables } from "./dataverse/readTables";
import { shareDeals } from "./measure/measureLatency";
import { loadEngine } from "./platform/EngineScript";
import { bundleEngine } from "./run/bundle";
import { supportedMessages } from "./run/supportedMessages";
import { noHazards } from "./scenario/Scenario";
import { noWide } from "./scenario/Wide";
import { World } from "./world/World";
import { people } from "./world/installRows";

const root = resolve(__dirname, "../..");
const minuteMs = 60_000;
const deals = 150;
const editsPerSecond = 7;
const troubledSeconds = 170;
const burstSeconds = 15;

type Trouble = Pick<Fault, "kind" | "times"> & { retryAfterSeconds?: number };
const burst: readonly Trouble[] = [
  { kind: 429, times: 3, retryAfterSeconds: 3 },
  { kind: 500, times: 3 },
  { kind: "hang", times: 1 },
  { kind: "dropAfterCommit", times: 2 },
];

test("after three minutes of edits under throttling, errors and lost answers all is out within three minutes", async () => {
  const code = await bundleEngine(root);
  const world = new World(
    {
      handle: loadEngine(code),
      tables: readTables(root),
      steps: readSteps(root),
      supported: new Set(await supportedMessages(code)),
      isTold: false,
    },
    {
      seed: 19,
      deals: 0,
      actions: 0,
      gapMs: 0,
      hazards: noHazards,
      wide: noWide,
      conflictPolicy: "newest",
      isTwoWay: true,
      hasAdmin: false,
      maintenanceMs: minuteMs,
      switches: {},
      endsLate: false,
    },
  );
  const { time, chance, platform, sandbox } = world;
  world.turn("cosell_DailyCallBudget", "100000000");
  const ids = await shareDeals(world, deals);
  let [edits, maintainedMs, burstMs, faults] = [0, 0, 0, 0];
  const pass = async (ms: number): Promise<void> => {
    await time.runUntil(time.nowMs + ms);
    if (time.nowMs - maintainedMs < minuteMs) return;
    maintainedMs = time.nowMs;
    platform.call("cosell_RunMaintenance", {}, people.flow);
  };
  const endMs = time.nowMs + troubledSeconds * 1000;
  while (time.nowMs < endMs) {
    await pass(1000 / editsPerSecond);
    if (time.nowMs - burstMs >= burstSeconds * 1000) {
      burstMs = time.nowMs;
      for (const trouble of burst)
        sandbox.state.faults.push({
          id: `fault ${(faults += 1)}`,
          operation: "PATCH referral",
          retryAfterSeconds: null,
          code: null,
          ms: 0,
          ...trouble,
        });
    }
    const attributes = { description: `edit ${(edits += 1)}` };
    world.write("a seller", (transaction) =>
      world.dataverse.update(
        { $t: "entity", table: "opportunity", id: chance.pick(ids), attributes },
        undefined,
        transaction,
      ),
    );
  }
  sandbox.state.faults.splice(0);
  const left = (): number => {
    const there = new Map(
      [...sandbox.state.referrals.values()].map(({ content }) => [
        content.externalReferenceId ?? "",
        content.details?.notes,
      ]),
    );
    return ids.filter(
      (id) => world.dataverse.store.read("opportunity", id, null)?.attributes["description"] !== there.get(id),
    ).length;
  };
  const leftAfter: number[] = [left()];
  for (let minute = 1; minute <= 10 && left() > 0; minute += 1) {
    for (let step = 0; step < 60; step += 1) await pass(1000);
    leftAfter.push(left());
  }

  process.stderr.write(`Of ${deals} deals and ${edits} edits not out, minute by minute: ${leftAfter.join(", ")}\n`);
  expect(leftAfter.length - 1).toBeLessThanOrEqual(3);
});
