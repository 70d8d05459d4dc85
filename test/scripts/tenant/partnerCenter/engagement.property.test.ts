import fc from "fast-check";
import { createDirectSandbox, type DirectSandbox } from "./answerDirectly";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import type { WireBody } from "./startSandbox";
import { allEvents, registrationAddress } from "./webhookSamples";

const hourMs = 60 * 60 * 1000;
const statuses = ["None", "New", "Active", "Closed"];
const substatuses = ["None", "Pending", "Received", "Accepted", "Won", "Lost", "Declined", "Expired"];
const pairs = [
  "New/Pending",
  "New/Received",
  "Active/Accepted",
  "Closed/Won",
  "Closed/Lost",
  "Closed/Declined",
  "Closed/Expired",
];
const visibility = "/consent/consentToShareReferralWithMicrosoftSellers";

/** One thing somebody does; `which` picks a referral among those there are. */
type Step =
  | { kind: "create"; shared: boolean }
  | { kind: "begin"; deal: string }
  | { kind: "invite"; which: number }
  | { kind: "patch"; which: number; body: object[] }
  | { kind: "act"; which: number; seller: string; action: string; body: object }
  | { kind: "wait"; hours: number };

const which = fc.nat(20);
const replace = (path: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  values.map((value) => ({ op: "replace", path, value }));
const patchBody = fc.oneof(
  fc.tuple(replace("/status", fc.constantFrom(...statuses)), replace("/substatus", fc.constantFrom(...substatuses))),
  fc.tuple(replace("/details/notes", fc.constantFrom("a", "b"))),
  fc.tuple(replace("/details/dealValue", fc.nat(3))),
  fc.tuple(replace(visibility, fc.boolean())),
);
const action = fc.oneof(
  fc.constant({ action: "accept", body: {} }),
  fc.constant({ action: "decline", body: { reason: "Others" } }),
  fc.record({ action: fc.constant("edit"), body: fc.record({ notes: fc.constantFrom("c", "d") }) }),
  fc.constantFrom("Won", "Lost").map((outcome) => ({ action: "close", body: { outcome, reason: "Others" } })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("create" as const), shared: fc.boolean() }),
  fc.record({
    kind: fc.constant("begin" as const),
    deal: fc.constantFrom("coSell", "qualifiedLead", "marketplaceLead"),
  }),
  fc.record({ kind: fc.constant("invite" as const), which }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("patch" as const), which, body: patchBody }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(which, fc.constantFrom("microsoft", "partner"), action)
      .map(([at, seller, act]) => ({ kind: "act" as const, which: at, seller, ...act })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.nat(400) }) },
);

async function list({ call }: DirectSandbox): Promise<WireBody[]> {
  return (await call("GET", `${referrals}?$orderby=createdDateTime asc`)).body.value;
}

async function perform(direct: DirectSandbox, before: readonly WireBody[], one: Step): Promise<void> {
  const { call, time } = direct;
  const chosen = "which" in one ? before[one.which % Math.max(before.length, 1)] : undefined;
  switch (one.kind) {
    case "create":
      await call("POST", referrals, one.shared ? coSellDeal() : privateDeal());
      return;
    case "begin":
      await call("POST", "/sandbox/microsoft/referrals", { kind: one.deal, name: "Deal", companyName: "Tailspin" });
      return;
    case "invite":
      if (chosen !== undefined) await call("POST", referrals, invitation(chosen.engagementId));
      return;
    case "patch":
      if (chosen !== undefined) await call("PATCH", `${referrals}/${chosen.id}`, one.body);
      return;
    case "act":
      if (chosen !== undefined)
        await call("POST", `/sandbox/${one.seller}/referrals/${chosen.id}/${one.action}`, one.body);
      return;
    case "wait":
      time.nowMs += one.hours * hourMs;
  }
}

const isVisible = ({ consent }: WireBody): unknown =>
  (consent as Record<string, unknown>)["consentToShareReferralWithMicrosoftSellers"];

/** What must hold between two readings of one referral. */
function checkChange(before: WireBody, after: WireBody): void {
  if (before["status"] === "Closed") expect(after).toEqual(before);
  if (isVisible(before) === true) expect(isVisible(after)).toBe(true);
  if (before["status"] === "Active") expect(after["status"]).not.toBe("New");
  expect(after.updatedDateTime >= before.updatedDateTime).toBe(true);
  const says = (referral: WireBody): object => ({ ...referral, eTag: null, updatedDateTime: null });
  if (before.eTag === after.eTag) expect(after).toEqual(before);
  else expect(says(after)).not.toEqual(says(before));
}

/** What must hold of every referral at any time. */
function checkState(referral: WireBody, nowMs: number): void {
  expect(pairs).toContain(`${String(referral["status"])}/${String(referral["substatus"])}`);
  expect(referral["closedDateTime"] === null).toBe(referral["status"] !== "Closed");
  if (referral["status"] === "Active") expect(referral["acceptedDateTime"]).not.toBeNull();
  if (referral["status"] === "New")
    expect(nowMs - Date.parse(String(referral["createdDateTime"]))).toBeLessThan(14 * 24 * hourMs);
}

test("law: whatever two organisations do, closed stays closed, states stay lawful, and every change shows and is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const direct = createDirectSandbox();
      await direct.call("POST", registrationAddress, { WebhookUrl: "https://flow.example/", WebhookEvents: allEvents });
      let before: WireBody[] = [];
      const versions = new Map<string, Set<string>>();
      for (const one of steps) {
        await perform(direct, before, one);
        const after = await list(direct);
        for (const referral of after) {
          checkState(referral, direct.time.nowMs);
          versions.set(referral.id, (versions.get(referral.id) ?? new Set()).add(referral.eTag));
          const earlier = before.find(({ id }) => id === referral.id);
          if (earlier !== undefined) checkChange(earlier, referral);
        }
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        before = after;
      }
      const told = direct.sandbox.state.deliveries.all().map(({ referralId }) => referralId);
      for (const [id, eTags] of versions)
        expect(told.filter((one) => one === id).length).toBeGreaterThanOrEqual(eTags.size);
    }),
    { numRuns: 200 },
  );
});

test("without a socket the same steps give the same world, id by id and byte by byte", async () => {
  const worlds = await Promise.all(
    [1, 2].map(async () => {
      const direct = createDirectSandbox();
      await direct.call("POST", registrationAddress, { WebhookUrl: "https://flow.example/", WebhookEvents: allEvents });
      for (const [index, one] of fc.sample(step, { numRuns: 40, seed: 7 }).entries())
        await perform(direct, await list(direct), one).then(() => (direct.time.nowMs += index));
      await direct.sandbox.runDue();
      return JSON.stringify([await list(direct), direct.sandbox.state.deliveries.all()]);
    }),
  );

  expect(worlds[0]).toBe(worlds[1]);
  expect(worlds[0]?.length).toBeGreaterThan(5000);
});
