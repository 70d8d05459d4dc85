import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

test("an own referral is accepted from the start and can be read back", async () => {
  const created = await running.call("POST", referrals, { body: privateDeal() });
  const read = await running.call("GET", `${referrals}/${created.body.id}`);

  expect(created.status).toBe(200);
  expect(created.body).toMatchObject({
    name: "Fabrikam ERP rollout",
    status: "Active",
    substatus: "Accepted",
    direction: "Outgoing",
    expirationDateTime: null,
    createdDateTime: "2026-01-15T12:00:00.0000000Z",
    acceptedDateTime: "2026-01-15T12:00:00.0000000Z",
  });
  expect(read.status).toBe(200);
  expect(read.body).toEqual(created.body);
});

test("a connected referral belongs to Microsoft and waits 14 days for its answer", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  const connected = await running.call("POST", referrals, { body: invitation(own.body.engagementId) });

  expect(connected.status).toBe(200);
  expect(connected.body).toMatchObject({
    engagementId: own.body.engagementId,
    organizationId: "msft",
    organizationName: "Microsoft",
    status: "New",
    substatus: "Pending",
    direction: "Outgoing",
    expirationDateTime: "2026-01-29T12:00:00.0000000Z",
    inviteContext: { assistanceRequestCode: "QuotesOrLicensing", invitedBy: { organizationName: "Contoso Partner" } },
  });
  expect(connected.body.id).not.toBe(own.body.id);
});

test("links lead back to the sandbox, and the related one finds both sides of the deal", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  await running.call("POST", referrals, { body: invitation(own.body.engagementId) });
  const links = own.body["links"] as { self: { uri: string }; relatedReferrals: { uri: string } };

  const self = await running.call("GET", links.self.uri.replace(running.address, ""));
  const related = await running.call("GET", links.relatedReferrals.uri.replace(running.address, ""));

  expect(self.body.id).toBe(own.body.id);
  expect(related.body.value.map((referral) => referral["organizationId"]).sort()).toEqual([
    "7d3f0f6e-8a2b-4c57-9b11-3c0e5f6a7b20",
    "msft",
  ]);
});

test("a co-sell deal made properly leaves the own referral untouched by the invitation", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  await running.call("POST", referrals, { body: invitation(own.body.engagementId) });

  const after = await running.call("GET", `${referrals}/${own.body.id}`);

  expect(after.body.eTag).toBe(own.body.eTag);
});

test("a private deal that invites Microsoft becomes shared and visible", async () => {
  const own = await running.call("POST", referrals, { body: privateDeal() });
  await running.call("POST", referrals, { body: invitation(own.body.engagementId) });

  const after = await running.call("GET", `${referrals}/${own.body.id}`);

  expect(after.body).toMatchObject({ type: "Shared", consent: { consentToShareReferralWithMicrosoftSellers: true } });
  expect(after.body.eTag).not.toBe(own.body.eTag);
});

test("read-only properties in the body are ignored", async () => {
  const sent = privateDeal({
    id: "mine",
    createdDateTime: "2001-01-01T00:00:00Z",
    eTag: '"mine"',
    organizationId: "mine",
  });

  const created = await running.call("POST", referrals, { body: sent });

  expect(created.status).toBe(200);
  expect(created.body.id).not.toBe("mine");
  expect(created.body["organizationName"]).toBe("Contoso Partner");
  expect(created.body["createdDateTime"]).toBe("2026-01-15T12:00:00.0000000Z");
});

test("the eTag stands in the body and the header, inner quotes included", async () => {
  const created = await running.call("POST", referrals, { body: privateDeal() });
  const read = await running.call("GET", `${referrals}/${created.body.id}`);

  expect(created.body.eTag).toMatch(/^"[0-9a-f]{8}-0000-0000-0000-[0-9a-f]{12}"$/);
  expect(created.headers.get("etag")).toBe(created.body.eTag);
  expect(read.headers.get("etag")).toBe(created.body.eTag);
});

test("a referral nobody knows is not found", async () => {
  const read = await running.call("GET", `${referrals}/00000000-0000-4000-8000-ffffffffffff`);

  expect(read.status).toBe(404);
  expect(read.body.error).toMatchObject({
    code: "itemNotFound",
    target: "referral",
    innerError: { code: "referralNotFound" },
  });
});

test("ids are found in whatever case they are written", async () => {
  const created = await running.call("POST", referrals, { body: privateDeal() });

  const read = await running.call("GET", `${referrals}/${created.body.id.toUpperCase()}`);

  expect(read.status).toBe(200);
});

test("an unanswered invitation expires after 14 days, not a moment before", async () => {
  const own = await running.call("POST", referrals, { body: coSellDeal() });
  const connected = await running.call("POST", referrals, { body: invitation(own.body.engagementId) });
  const fourteenDaysMs = 14 * 24 * 60 * 60 * 1000;

  running.time.nowMs += fourteenDaysMs - 1;
  const before = await running.call("GET", `${referrals}/${connected.body.id}`);
  running.time.nowMs += 1;
  const after = await running.call("GET", `${referrals}/${connected.body.id}`);
  const ownAfter = await running.call("GET", `${referrals}/${own.body.id}`);

  expect(before.body).toMatchObject({ status: "New", substatus: "Pending" });
  expect(after.body).toMatchObject({
    status: "Closed",
    substatus: "Expired",
    closedDateTime: "2026-01-29T12:00:00.0000000Z",
  });
  expect(after.body.eTag).not.toBe(before.body.eTag);
  expect(ownAfter.body).toMatchObject({ status: "Active", substatus: "Accepted" });
});
