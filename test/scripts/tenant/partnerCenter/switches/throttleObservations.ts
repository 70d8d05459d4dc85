import type { throttleSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/throttleSwitches";
import { privateDeal } from "../referralSamples";
import { referralsAddress as referrals } from "../referralsAddress";
import type { Observations, Observer } from "./Observer";

/** How many of so many calls in one instant are let through. */
async function letThrough(call: () => Promise<{ status: number }>, calls: number): Promise<number> {
  let passed = 0;
  for (let count = 0; count < calls; count++) if ((await call()).status === 200) passed++;
  return passed;
}

const list = (on: Observer) => () => on.running.call("GET", referrals);
const create = (on: Observer) => () => on.post(privateDeal());

export const throttleObservations: Observations<keyof typeof throttleSwitches> = {
  requestLimit: {
    see: async (on) => letThrough(list(on), 110),
    expected: { off: 110, "100per60s": 100, "20per60s": 20, "5per10s": 5 },
  },
  writeLimit: {
    see: async (on) => [await letThrough(create(on), 25), await letThrough(list(on), 1)],
    expected: { off: [25, 1], "20per60s": [20, 1], "5per60s": [5, 1] },
  },
  retryAfterFormat: {
    see: async (on) => {
      await on.control("POST", "faults", { kind: 429, retryAfterSeconds: 90 });
      return (await on.running.call("GET", referrals)).headers.get("retry-after");
    },
    expected: { seconds: "90", date: "Thu, 15 Jan 2026 12:01:30 GMT" },
  },
};
