import fc from "fast-check";
import { nextETag } from "../../../../scripts/tenant/partnerCenter/referrals/nextETag";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const path = fc.constantFrom(
  "/details/notes",
  "/campaignId",
  "/externalReferenceId",
  "/statusReason",
  "/details/dealValue",
);
const operation = path.chain((one) =>
  (one === "/details/dealValue"
    ? fc.constantFrom<unknown>(1, 2, "2", -1, null)
    : fc.constantFrom<unknown>("a", "b", null, 7)
  ).map((value) => ({ op: "replace", path: one, value })),
);

test("the eTag changes if and only if the referral does, and never returns to an old value", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(operation, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (patches) => {
        let before = (await running.call("POST", referrals, { body: privateDeal() })).body;
        const seen = [before.eTag];
        for (const body of patches) {
          running.time.nowMs += 1;
          await running.call("PATCH", `${referrals}/${before.id}`, { body });
          const after = (await running.call("GET", `${referrals}/${before.id}`)).body;
          const isSame =
            JSON.stringify({ ...after, eTag: 0, updatedDateTime: 0 }) ===
            JSON.stringify({ ...before, eTag: 0, updatedDateTime: 0 });
          expect(after.eTag === before.eTag).toBe(isSame);
          expect(after.updatedDateTime === before.updatedDateTime).toBe(isSame);
          if (!isSame) expect(seen).not.toContain(after.eTag);
          seen.push(after.eTag);
          before = after;
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("eTags of one referral differ however fast the writes follow", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(1e12), (random, nowMs) => {
      const first = nextETag(null, nowMs, () => random);
      const second = nextETag(first, nowMs, () => random);
      const third = nextETag(second, nowMs, () => random);

      expect(new Set([first, second, third]).size).toBe(3);
      for (const eTag of [first, second, third]) expect(eTag).toMatch(/^"[0-9a-f]{8}(-0000){3}-[0-9a-f]{12}"$/);
    }),
  );
});
