import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox, type WireBody } from "./startSandbox";
import { register } from "./webhookSamples";

const dayMs = 24 * 60 * 60 * 1000;
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const deal = {
  name: "Tailspin migration",
  companyName: "Tailspin Toys",
  addressLine1: "2 Side St",
  city: "Bergen",
  postalCode: "5003",
  country: "NO",
  dunsNumber: "123456789",
  firstName: "Tom",
  lastName: "Vik",
  email: "tom.vik@tailspin.example",
  phoneNumber: "+4722222222",
  dealValue: "120000",
  currency: "NOK",
  closingDateTime: "2026-09-30",
  notes: "Please call",
  solutionId: "SOL-10003-CMG",
};
const begin = (body: object): Promise<Reply> => running.call("POST", "/sandbox/microsoft/referrals", { body });
const get = async (id: string): Promise<WireBody> => (await running.call("GET", `${referrals}/${id}`)).body;
const patch = (id: string, body: object[]): Promise<Reply> => running.call("PATCH", `${referrals}/${id}`, { body });
const accept = [
  { op: "replace", path: "/status", value: "Active" },
  { op: "replace", path: "/substatus", value: "Accepted" },
];

test("a co-sell deal of Microsoft's waits for the partner, with all that Microsoft knows", async () => {
  const { status, body } = await begin(deal);
  const listed = await running.call("GET", `${referrals}?$filter=type eq 'Shared' and direction eq 'Incoming'`);

  expect(status).toBe(201);
  expect(await get(body.id)).toMatchObject({
    name: "Tailspin migration",
    status: "New",
    substatus: "Pending",
    type: "Shared",
    qualification: "SalesQualified",
    direction: "Incoming",
    organizationName: "Contoso Partner",
    mpnId: "1234567",
    expirationDateTime: "2026-01-29T12:00:00.0000000Z",
    acceptedDateTime: null,
    customerProfile: {
      name: "Tailspin Toys",
      address: { addressLine1: "2 Side St", city: "Bergen", postalCode: "5003", country: "NO" },
      team: [{ firstName: "Tom", lastName: "Vik", email: "tom.vik@tailspin.example", phoneNumber: "+4722222222" }],
      ids: [{ profileType: "Duns", id: "123456789" }],
    },
    details: {
      dealValue: 120000,
      currency: "NOK",
      closingDateTime: "2026-09-30T00:00:00Z",
      notes: "Please call",
      requirements: { solutions: [{ id: "SOL-10003-CMG", name: "Contoso Migration Factory" }] },
    },
    inviteContext: { notes: "Please call", invitedBy: { organizationId: "msft", organizationName: "Microsoft" } },
  });
  // Microsoft's own side comes in as well: it is not the partner who made it.
  expect(listed.body.value.map((one) => one["organizationId"]).sort()).toEqual([body["organizationId"], "msft"].sort());
});

test("Microsoft's side of it is accepted from the start and has its opportunity number", async () => {
  const { body } = await begin(deal);
  const { body: related } = await running.call("GET", `${referrals}?$filter=engagementId eq ${body.engagementId}`);
  const microsofts = related.value.find((one) => one["organizationId"] === "msft");

  expect(microsofts).toMatchObject({
    status: "Active",
    substatus: "Accepted",
    direction: "Incoming",
    trackingInfo: { microsoftMsxId: expect.stringMatching(/^7-/) as string },
    acceptedDateTime: "2026-01-15T12:00:00.0000000Z",
  });
});

test("both sides are announced", async () => {
  await register(running);
  await begin(deal);

  expect(running.sandbox.state.deliveries.all().map(({ eventName }) => eventName)).toEqual([
    "related-referral-created",
    "referral-created",
  ]);
});

test("the partner accepts through the API, edits, and wins", async () => {
  const { id } = (await begin(deal)).body;
  running.time.nowMs += 13 * dayMs;

  const accepted = await patch(id, accept);
  const edited = await patch(id, [{ op: "replace", path: "/details/dealValue", value: 1 }]);
  const won = await patch(id, [
    { op: "replace", path: "/status", value: "Closed" },
    { op: "replace", path: "/substatus", value: "Won" },
  ]);

  expect([accepted.status, edited.status, won.status]).toEqual([204, 204, 204]);
  expect(await get(id)).toMatchObject({
    status: "Closed",
    substatus: "Won",
    expirationDateTime: null,
    acceptedDateTime: "2026-01-28T12:00:00.0000000Z",
  });
});

test("the partner declines, in Partner Center too", async () => {
  const { id } = (await begin(deal)).body;

  await running.call("POST", `/sandbox/partner/referrals/${id}/decline`, { body: { reason: "NotACustomer" } });

  expect(await get(id)).toMatchObject({ substatus: "Declined", statusReason: "Not a customer" });
});

test("unanswered it expires after fourteen days", async () => {
  const { id } = (await begin(deal)).body;
  running.time.nowMs += 14 * dayMs;

  expect(await get(id)).toMatchObject({ status: "Closed", substatus: "Expired" });
  expect((await patch(id, accept)).body.error.innerError.code).toBe("referralClosed");
});

test.each([
  ["qualifiedLead", "MarketingQualified", null],
  ["marketplaceLead", "Direct", "AppSource"],
])("a %s stands alone, is %s, and needs no value to be accepted", async (kind, qualification, referralSource) => {
  const { id, engagementId } = (await begin({ kind, name: "Lead", companyName: "Tailspin Toys" })).body;
  const related = await running.call("GET", `${referrals}?$filter=engagementId eq ${engagementId}`);

  expect(related.body.value).toHaveLength(1);
  expect(await get(id)).toMatchObject({ type: "Independent", qualification, referralSource, direction: "Incoming" });
  expect((await patch(id, accept)).status).toBe(204);
});

test("a test may say the last word on any property, within the referral's shape", async () => {
  const odd = await begin({ ...deal, content: { details: { dealValue: 0.1 }, qualification: "None" } });
  const wrong = await begin({ ...deal, content: { qualification: "Great" } });

  expect(await get(odd.body.id)).toMatchObject({ details: { dealValue: 0.1 }, qualification: "None" });
  expect(wrong.body.error.target).toBe("/content/qualification");
});

test.each([
  [{ ...deal, name: "" }, "requiredFieldMissing"],
  [{ ...deal, companyName: undefined }, "requiredFieldMissing"],
  [{ ...deal, kind: "gift" }, "valueNotAccepted"],
  [{ ...deal, colour: "red" }, "valueNotAccepted"],
])("the deal %j is refused", async (body, innerCode) => {
  const reply = await begin(body);

  expect([reply.status, reply.body.error.innerError.code]).toEqual([400, innerCode]);
  expect([...running.sandbox.state.referrals.values()]).toEqual([]);
});

test("from the page it leads to the partner's referral", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = "kind=coSell&name=Deal&companyName=Tailspin&dealValue=5&currency=EUR&notes=";
  const reply = await running.call("POST", "/sandbox/microsoft/referrals", { body, headers });

  expect(reply.status).toBe(303);
  expect((await running.call("GET", reply.headers.get("location") ?? "")).body.text).toContain("Tailspin");
});
