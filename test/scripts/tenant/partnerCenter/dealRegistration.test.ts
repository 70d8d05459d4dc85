import { change } from "./change";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox, type WireBody } from "./startSandbox";

const hourMs = 60 * 60 * 1000;
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const registration = {
  type: "AzureIPCoSell",
  solutionDetails: [
    {
      id: "SOL-10001-CFS",
      currency: "NOK",
      value: 40000,
      isDeployedOnAzure: true,
      primaryDeploymentOn: "Customer",
      pricingModel: "PayAsYouGo",
      marketplaceTransactionDetails: { isMarketplaceTransacted: false },
    },
  ],
  contract: {
    currency: "NOK",
    value: 40000,
    term: "Finite",
    signDateTime: "2026-01-10T00:00:00Z",
    startDateTime: "2026-02-01T00:00:00Z",
    endDateTime: "2027-02-01T00:00:00Z",
  },
};

const create = async (body: object): Promise<WireBody> => (await running.call("POST", referrals, { body })).body;
const get = async (id: string): Promise<WireBody> => (await running.call("GET", `${referrals}/${id}`)).body;
const patch = (id: string, ...body: object[]): Promise<Reply> =>
  running.call("PATCH", `${referrals}/${id}`, { body, headers: { prefer: "return=representation" } });
const win = (id: string): Promise<Reply> =>
  running.call("POST", `/sandbox/partner/referrals/${id}/close`, { body: { outcome: "Won" } });
const register = (id: string, value: object = registration): Promise<Reply> =>
  patch(id, { op: "add", path: "/registrations/-", value });
const review = (id: string, body: object): Promise<Reply> =>
  running.call("POST", `/sandbox/microsoft/referrals/${id}/review`, { body });
const code = (reply: Reply): string => reply.body.error.innerError.code;

/** A partner-led deal, won after so many hours. */
async function wonAfter(hours: number, deal: object = coSellDeal({ type: "Independent" })): Promise<string> {
  const { id } = await create(deal);
  running.time.nowMs += hours * hourMs;
  await win(id);
  return id;
}

test("a won deal is registered, and the service fills in what only it knows", async () => {
  const id = await wonAfter(72);

  const { status, body } = await register(id, { ...registration, id: "mine", status: "Approved", statusReason: "x" });

  expect(status).toBe(200);
  expect(body).toMatchObject({ status: "Closed", substatus: "Won", registrationStatus: "ReviewPending" });
  expect(body["registrations"]).toEqual([
    {
      ...registration,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      registrationDateTime: "2026-01-18T12:00:00.0000000Z",
      status: "ReviewPending",
      statusHistory: { reviewPendingDateTime: "2026-01-18T12:00:00.0000000Z" },
    },
  ]);
});

test("72 hours lie between creation and Won, and not a millisecond less", async () => {
  const early = await create(coSellDeal({ type: "Independent" }));
  running.time.nowMs += 72 * hourMs - 1;
  await win(early.id);
  running.time.nowMs += 1000 * hourMs;

  expect(code(await register(early.id))).toBe("wonTooEarly");
  expect((await register(await wonAfter(72))).status).toBe(200);
});

test("only won deals are registered: not active, not lost", async () => {
  const active = await create(coSellDeal({ type: "Independent" }));
  const lost = await create(coSellDeal({ type: "Independent" }));
  const body = { outcome: "Lost", reason: "Others" };
  await running.call("POST", `/sandbox/partner/referrals/${lost.id}/close`, { body });

  expect(code(await register(active.id))).toBe("dealNotWon");
  expect(code(await register(lost.id))).toBe("referralClosed");
});

test("a private deal is not registered", async () => {
  expect(code(await register(await wonAfter(72, privateDeal())))).toBe("dealIsPrivate");
});

test("a co-sell deal is registered once Microsoft is on board", async () => {
  const deals: WireBody[] = [];
  for (let count = 0; count < 2; count++) {
    const deal = await create(coSellDeal());
    await create(invitation(deal.engagementId));
    deals.push(deal);
  }
  const [ignored, joined] = deals.map(({ id }) => id);
  await running.call("POST", `/sandbox/microsoft/referrals/${joined ?? ""}/accept`);
  running.time.nowMs += 72 * hourMs;
  await win(ignored ?? "");
  await win(joined ?? "");

  expect(code(await register(ignored ?? ""))).toBe("microsoftNotOnBoard");
  expect((await register(joined ?? "")).status).toBe(200);
});

test.each([
  ["/contract/startDateTime", "2026-01-09T00:00:00Z", "startBeforeSignature", "/contract/startDateTime"],
  ["/contract/signDateTime", undefined, "registrationFieldMissing", "/contract/signDateTime"],
  ["/solutionDetails/0/value", undefined, "registrationFieldMissing", "/solutionDetails/0/value"],
  ["/type", undefined, "registrationFieldMissing", "/type"],
  ["/contract/endDateTime", undefined, "registrationFieldMissing", "/contract/endDateTime"],
  ["/solutionDetails/0/pricingModel", undefined, "registrationFieldMissing", "/solutionDetails/0/pricingModel"],
  ["/solutionDetails/0/isDeployedOnAzure", false, "notDeployedOnAzure", "/solutionDetails/0/isDeployedOnAzure"],
  ["/solutionDetails/0/id", "SOL-10002-CIA", "solutionNotEligible", "/solutionDetails/0/id"],
])("a registration with %s as %j is refused", async (path, value, innerCode, target) => {
  const reply = await register(await wonAfter(72), change(registration, path, value));

  expect(code(reply)).toBe(innerCode);
  expect(reply.body.error.target).toBe(`/registrations/0${target}`);
});

test("a perpetual contract needs no end", async () => {
  const perpetual = change(change(registration, "/contract/term", "Perpetual"), "/contract/endDateTime", undefined);

  expect((await register(await wonAfter(72), perpetual)).status).toBe(200);
});

test("a registration that Microsoft closed is corrected no more, and has no time of that in its history", async () => {
  const id = await wonAfter(72);
  await register(id);
  await review(id, { status: "Closed" });
  const late = await patch(id, { op: "replace", path: "/registrations/0/contract/value", value: 1 });

  expect(code(late)).toBe("registrationDecided");
  expect(await get(id)).toMatchObject({
    registrationStatus: "Closed",
    registrations: [{ statusHistory: { reviewPendingDateTime: "2026-01-18T12:00:00.0000000Z" } }],
  });
});

test("a registration outside the documented shape is refused", async () => {
  const reply = await register(await wonAfter(72), { ...registration, type: "Other" });

  expect(reply.body.error.target).toBe("/registrations/0/type");
});

test("the documented fields can be corrected, and nothing else of a closed deal", async () => {
  const id = await wonAfter(72);
  await register(id);
  const corrected = await patch(
    id,
    { op: "replace", path: "/registrations/0/contract/value", value: "41000" },
    { op: "replace", path: "/registrations/0/solutionDetails/0/pricingModel", value: "Other" },
    {
      op: "add",
      path: "/registrations/0/solutionDetails/0/marketplaceTransactionDetails/marketplaceTransactionDateTime",
      value: "2026-01-11T00:00:00Z",
    },
  );
  const stray = await patch(id, { op: "replace", path: "/registrations/0/status", value: "Approved" });
  const notes = await patch(id, { op: "replace", path: "/details/notes", value: "x" });
  const both = await patch(
    id,
    { op: "replace", path: "/registrations/0/contract/value", value: 1 },
    { op: "replace", path: "/details/notes", value: "x" },
  );

  expect(corrected.body["registrations"]).toMatchObject([
    { contract: { value: 41000 }, solutionDetails: [{ pricingModel: "Other" }], status: "ReviewPending" },
  ]);
  expect([code(stray), code(notes), code(both)]).toEqual(["pathNotPatchable", "referralClosed", "referralClosed"]);
});

test("Microsoft reviews: what is asked for is corrected and reviewed again, what is decided stays", async () => {
  const id = await wonAfter(72);
  await register(id);
  running.time.nowMs += hourMs;
  await review(id, { status: "ActionRequired", reason: "Sign date unreadable" });
  const asked = await get(id);
  running.time.nowMs += hourMs;
  const corrected = await patch(id, {
    op: "replace",
    path: "/registrations/0/contract/signDateTime",
    value: "2026-01-11T00:00:00Z",
  });
  await review(id, { status: "Approved" });
  const late = await patch(id, { op: "replace", path: "/registrations/0/contract/value", value: 1 });

  expect(asked).toMatchObject({
    registrationStatus: "ActionRequired",
    registrations: [{ statusReason: "Sign date unreadable" }],
  });
  expect(corrected.body["registrationStatus"]).toBe("ReviewPending");
  expect(code(late)).toBe("registrationDecided");
  expect(await get(id)).toMatchObject({
    registrationStatus: "Approved",
    registrations: [
      {
        statusHistory: {
          reviewPendingDateTime: "2026-01-18T14:00:00.0000000Z",
          actionRequiredDateTime: "2026-01-18T13:00:00.0000000Z",
          approvedDateTime: "2026-01-18T14:00:00.0000000Z",
        },
      },
    ],
  });
});

test("there is no review without a registration, and no verdict of another kind", async () => {
  const id = await wonAfter(72);
  const none = await review(id, { status: "Approved" });
  await register(id);

  expect(code(none)).toBe("registrationNotFound");
  expect(code(await review(id, { status: "Great" }))).toBe("valueNotAccepted");
});

test("the swagger's two other addresses for registrations lead to the same referral", async () => {
  const id = await wonAfter(72);
  const body = [{ op: "add", path: "/registrations/-", value: registration }];

  expect((await running.call("PATCH", `${referrals}/${id}/`, { body })).status).toBe(204);
  expect((await running.call("PATCH", `${referrals}/${id}//`, { body })).body.error.innerError.code).toBe(
    "alreadyRegistered",
  );
});

test("a new referral brings no registration along", async () => {
  const { status, body } = await running.call("POST", referrals, {
    body: privateDeal({ registrations: [registration] }),
  });

  expect(status).toBe(200);
  expect([body["registrations"], body["registrationStatus"]]).toEqual([[], "None"]);
});
