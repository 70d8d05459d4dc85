import fc from "fast-check";
import { createSandboxClock } from "../../../../scripts/tenant/partnerCenter/clock/SandboxClock";
import { coSellDeal, invitation } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startOfTime, startSandbox, type Reply, type RunningSandbox } from "./startSandbox";

const dayMs = 24 * 60 * 60 * 1000;
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const move = (body: object): Promise<Reply> => running.call("POST", "/sandbox/clock", { body });

test("the clock moves by a span or to an instant, and tells where it is", async () => {
  const before = await running.call("GET", "/sandbox/clock");
  await move({ advanceMs: dayMs });
  const after = await move({ now: "2026-01-20T00:00:00Z" });

  expect(before.body).toEqual({ now: "2026-01-15T12:00:00.000Z", aheadMs: 0 });
  expect(after.body).toEqual({ now: "2026-01-20T00:00:00.000Z", aheadMs: Date.UTC(2026, 0, 20) - startOfTime });
});

test("an unanswered invitation expires after fourteen days and not a moment earlier", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const { body: invited } = await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });
  const read = async (): Promise<unknown[]> => {
    const { body } = await running.call("GET", `${referrals}/${invited.id}`);
    return [body["status"], body["substatus"]];
  };

  await move({ advanceMs: 14 * dayMs - 1 });
  const inTime = await read();
  await move({ advanceMs: 1 });

  expect(inTime).toEqual(["New", "Pending"]);
  expect(await read()).toEqual(["Closed", "Expired"]);
});

test.each([
  [{ advanceMs: -1 }, "never goes back"],
  [{ now: "2026-01-15T11:59:59Z" }, "never goes back"],
  [{}, "either"],
  [{ advanceMs: 1, now: "2027-01-01T00:00:00Z" }, "either"],
  [{ now: "soon" }, "ISO instant"],
  [{ advanceMs: 0.5 }, "whole number"],
  [{ now: "2200-01-01T00:00:00Z" }, "ten years"],
])("the move %j is refused", async (body, words) => {
  const reply = await move(body);

  expect(reply.status).toBe(400);
  expect(reply.body["message"]).toContain(words);
  expect(running.sandbox.state.clock()).toBe(startOfTime);
});

test("a reset does not turn time back", async () => {
  await move({ advanceMs: dayMs });
  await running.call("POST", "/sandbox/reset");

  expect(running.sandbox.state.clock()).toBe(startOfTime + dayMs);
});

test("law: whatever the machine's clock does, the sandbox's never goes back", () => {
  const step = fc.record({ machineMs: fc.integer({ min: -1e9, max: 1e12 }), advanceMs: fc.nat(1e12) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (steps) => {
      let machineMs = 0;
      const clock = createSandboxClock(() => machineMs, new Map());
      let before = clock.now();
      for (const { machineMs: next, advanceMs } of steps) {
        machineMs = next;
        clock.advanceBy(advanceMs);
        const now = clock.now();
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeGreaterThanOrEqual(machineMs + clock.aheadMs());
        before = now;
      }
    }),
  );
});

test("a lead over the machine survives a restart", () => {
  const kept = new Map<string, number>();
  createSandboxClock(() => 1000, kept).advanceBy(500);

  expect(createSandboxClock(() => 1000, kept).now()).toBe(1500);
});
