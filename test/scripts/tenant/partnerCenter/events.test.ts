import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";
import { register, registrationAddress } from "./webhookSamples";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const events = (): unknown[] =>
  running.sandbox.state.deliveries.all().map(({ eventName, referralId }) => [eventName, referralId]);
const patch = (id: string, value: string): Promise<Reply> =>
  running.call("PATCH", `${referrals}/${id}`, { body: [{ op: "replace", path: "/details/notes", value }] });

test("an own referral is announced when created and when changed, in the documented words", async () => {
  await register(running);
  const { body } = await running.call("POST", referrals, { body: privateDeal() });
  await patch(body.id, "new");
  await running.sandbox.runDue();

  expect(events()).toEqual([
    ["referral-created", body.id],
    ["referral-updated", body.id],
  ]);
  expect(running.sent.map((one) => [one.url, JSON.parse(one.body) as unknown])).toEqual(
    ["referral-created", "referral-updated"].map((EventName) => [
      "https://flow.example/receive",
      {
        EventName,
        ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${body.id}`,
        ResourceName: "referral",
        AuditUri: null,
        ResourceChangeUtcDate: "2026-01-15T12:00:00.0000000+00:00",
      },
    ]),
  );
});

test("Microsoft's side of a deal is announced as related", async () => {
  await register(running);
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const invited = await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });
  await patch(deal.body.id, "new");

  expect(events()).toEqual([
    ["referral-created", deal.body.id],
    ["related-referral-created", invited.body.id],
    ["referral-updated", deal.body.id],
    ["related-referral-updated", invited.body.id],
  ]);
});

test("a patch that changes nothing is not announced", async () => {
  const { body } = await running.call("POST", referrals, { body: privateDeal() });
  await register(running);

  await patch(body.id, "");

  expect(events()).toEqual([]);
});

test("an expiry is announced", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const invited = await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });
  await register(running);

  running.time.nowMs += 14 * 24 * 60 * 60 * 1000;
  await running.sandbox.runDue();

  expect(events()).toEqual([["related-referral-updated", invited.body.id]]);
});

test("only registered events are sent, and nothing without a registration", async () => {
  await running.call("POST", referrals, { body: privateDeal() });
  await register(running, { WebhookEvents: ["referral-updated"] });
  const { body } = await running.call("POST", referrals, { body: privateDeal() });
  await patch(body.id, "new");

  expect(events()).toEqual([["referral-updated", body.id]]);
});

test("what waits goes to where the registration points now, and is dropped if it no longer wants it", async () => {
  await register(running);
  const { body } = await running.call("POST", referrals, { body: privateDeal() });
  await patch(body.id, "new");
  const moved = { WebhookUrl: "https://other.example/", WebhookEvents: ["referral-updated"] };
  await running.call("PUT", registrationAddress, { body: moved });

  await running.sandbox.runDue();

  expect(running.sent.map(({ url }) => url)).toEqual(["https://other.example/"]);
  expect(running.sandbox.state.deliveries.all().map(({ state }) => state)).toEqual(["dropped", "delivered"]);
});

test("another environment that registers takes the feed away", async () => {
  await register(running);
  const taken = await running.call("POST", "/sandbox/registration/takeover", { body: {} });
  await running.call("POST", referrals, { body: privateDeal() });
  await running.sandbox.runDue();

  expect(taken.status).toBe(200);
  expect(running.sent.map(({ url }) => url)).toEqual(["https://staging.contoso-partner.example/receive"]);
  expect((await running.call("GET", registrationAddress)).body["WebhookUrl"]).toBe(taken.body["WebhookUrl"]);
});

test("an edit reaches Microsoft's referral, but only in what was edited", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const invited = await running.call("POST", referrals, {
    body: invitation(deal.body.engagementId, { name: "Their name for it" }),
  });
  await running.call("PATCH", `${referrals}/${deal.body.id}`, {
    body: [
      { op: "replace", path: "/details/dealValue", value: "70000" },
      { op: "replace", path: "/externalReferenceId", value: "crm-2" },
    ],
  });

  const { body } = await running.call("GET", `${referrals}/${invited.body.id}`);

  expect(body).toMatchObject({
    name: "Their name for it",
    externalReferenceId: invited.body["externalReferenceId"],
    details: { dealValue: 70000, currency: "NOK" },
  });
  expect(body.eTag).not.toBe(invited.body.eTag);
});
