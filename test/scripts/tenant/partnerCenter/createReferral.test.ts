import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { startSandbox, type RunningSandbox } from "./startSandbox";

const referrals = "/partner/v1.0/engagements/referrals";
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
