import fc from "fast-check";
import type { SandboxState } from "../../../../scripts/tenant/partnerCenter/SandboxState";
import { setSwitches } from "../../../../scripts/tenant/partnerCenter/switches/switches";
import { consumeQuota } from "../../../../scripts/tenant/partnerCenter/throttle/consumeQuota";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox } from "./startSandbox";

const operation = fc.constantFrom("GET referrals" as const, "PATCH referral" as const);
const call = fc.record({ operation, afterMs: fc.integer({ min: 0, max: 20_000 }) });

test("law: no window holds more than its limit, and whoever waits as told is let through", () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 120 }), (calls) => {
      let nowMs = 0;
      const state = {
        clock: () => nowMs,
        switches: setSwitches({ requestLimit: "20per60s", writeLimit: "5per60s" }),
        turns: { all: [], writes: [] },
      } as unknown as SandboxState;
      const passed: { at: number; write: boolean }[] = [];
      for (const one of calls) {
        nowMs += one.afterMs;
        const wait = consumeQuota(state, one.operation);
        if (wait !== null) {
          expect(wait).toBeGreaterThan(0);
          nowMs += wait * 1000;
          expect(consumeQuota(state, one.operation)).toBeNull();
        }
        passed.push({ at: nowMs, write: one.operation === "PATCH referral" });
        const recent = passed.filter(({ at }) => at > nowMs - 60_000);
        expect(recent.length).toBeLessThanOrEqual(20);
        expect(recent.filter(({ write }) => write).length).toBeLessThanOrEqual(5);
      }
    }),
  );
});

test("a throttled call is told when to come back, does nothing, and is logged as throttled", async () => {
  const running = await startSandbox({ switches: { requestLimit: "5per10s" } });
  for (let count = 0; count < 5; count++) await running.call("GET", referrals);
  running.time.nowMs += 2500;

  const struck = await running.call("GET", referrals);
  running.time.nowMs += Number(struck.headers.get("retry-after")) * 1000;
  const later = await running.call("GET", referrals);
  const log = await running.call("GET", "/sandbox/requests");
  await running.stop();

  expect(struck.status).toBe(429);
  expect(struck.body.error.code).toBe("serviceNotAvailable");
  expect(struck.headers.get("retry-after")).toBe("8");
  expect(later.status).toBe(200);
  expect((log.body as unknown as { fault: string | null }[]).map(({ fault }) => fault)).toEqual([
    ...Array<null>(5).fill(null),
    "throttled",
    null,
  ]);
});

test("sign-in and webhooks are not throttled with the referrals", async () => {
  const running = await startSandbox({ switches: { requestLimit: "5per10s" } });
  for (let count = 0; count < 6; count++) await running.call("GET", referrals);

  const events = await running.call("GET", "/partnercenter/webhooks/v1/registration/events");
  await running.stop();

  expect(events.status).toBe(200);
});
