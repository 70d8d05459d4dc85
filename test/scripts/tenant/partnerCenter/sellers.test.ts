import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox, type WireBody } from "./startSandbox";
import { register } from "./webhookSamples";

const dayMs = 24 * 60 * 60 * 1000;
let running: RunningSandbox;
let own: WireBody;
let microsofts: WireBody;

beforeEach(async () => {
  running = await startSandbox();
  own = (await running.call("POST", referrals, { body: coSellDeal() })).body;
  microsofts = (await running.call("POST", referrals, { body: invitation(own.engagementId) })).body;
});
afterEach(() => running.stop());

const microsoft = (action: string, body: object = {}, id = microsofts.id): Promise<Reply> =>
  running.call("POST", `/sandbox/microsoft/referrals/${id}/${action}`, { body });
const partner = (action: string, body: object = {}, id = own.id): Promise<Reply> =>
  running.call("POST", `/sandbox/partner/referrals/${id}/${action}`, { body });
const get = async (id: string): Promise<WireBody> => (await running.call("GET", `${referrals}/${id}`)).body;
const stateOf = (referral: WireBody): unknown => `${String(referral["status"])}/${String(referral["substatus"])}`;
const code = (reply: Reply): string => reply.body.error.innerError.code;

test("when Microsoft accepts, its referral is active and both sides know the opportunity number", async () => {
  const accepted = await microsoft("accept", { msxId: "7-ABC" });

  expect(accepted.status).toBe(200);
  expect(stateOf(await get(microsofts.id))).toBe("Active/Accepted");
  expect((await get(microsofts.id))["expirationDateTime"]).toBeNull();
  expect((await get(own.id))["trackingInfo"]).toEqual({ microsoftMsxId: "7-ABC" });
  expect(stateOf(await get(own.id))).toBe("Active/Accepted");
});

test("without a number given Microsoft makes one up", async () => {
  await microsoft("accept");

  expect((await get(own.id))["trackingInfo"]).toEqual({
    microsoftMsxId: expect.stringMatching(/^7-\w{10}$/) as string,
  });
});

test("a seller's deed is announced on both sides it touches", async () => {
  await register(running);
  await microsoft("accept");

  expect(running.sandbox.state.deliveries.all().map(({ eventName, referralId }) => [eventName, referralId])).toEqual([
    ["related-referral-updated", microsofts.id],
    ["referral-updated", own.id],
  ]);
});

test.each([["CustomerDidNotRespond"], ["Customer did not respond"], ["2"], [2]])(
  "Microsoft declines with the reason %j, and the partner's own deal goes on",
  async (reason) => {
    await microsoft("decline", { reason });

    const declined = await get(microsofts.id);
    expect([stateOf(declined), declined["statusReason"]]).toEqual(["Closed/Declined", "Customer did not respond"]);
    expect(stateOf(await get(own.id))).toBe("Active/Accepted");
  },
);

test("nobody declines or loses without a known reason", async () => {
  expect(code(await microsoft("decline"))).toBe("reasonUnknown");
  expect(code(await partner("close", { outcome: "Lost", reason: "Bad luck" }))).toBe("reasonUnknown");
  expect(code(await partner("close", { outcome: "Draw" }))).toBe("outcomeUnknown");
});

test("Microsoft's edits stand on Microsoft's referral", async () => {
  const team = [{ firstName: "Mia", lastName: "Soto", email: "mia@microsoft.example" }];
  await microsoft("accept");
  const edit = { dealValue: 65000, currency: "EUR", closingDateTime: "2027-03-01", notes: "Bigger", team };
  const edited = await microsoft("edit", edit);

  expect(edited.status).toBe(200);
  expect(await get(microsofts.id)).toMatchObject({
    team,
    details: { dealValue: 65000, currency: "EUR", closingDateTime: "2027-03-01T00:00:00Z", notes: "Bigger" },
  });
  expect((await get(own.id))["details"]).toMatchObject({ dealValue: 50000, currency: "NOK", notes: "" });
});

test("a form adds one member to the team and leaves the fields it does not fill", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const body = "dealValue=&notes=&firstName=Lee&lastName=&email=lee%40microsoft.example&phoneNumber=";
  const reply = await running.call("POST", `/sandbox/microsoft/referrals/${microsofts.id}/edit`, { body, headers });
  const after = await get(microsofts.id);

  expect([reply.status, reply.headers.get("location")]).toEqual([303, `/referrals/${microsofts.id}`]);
  expect(after["team"]).toEqual([
    ...(microsofts["team"] as object[]),
    { firstName: "Lee", email: "lee@microsoft.example" },
  ]);
  expect(after["details"]).toMatchObject({ dealValue: 50000 });
});

test("what a rule forbids, a page may not do either", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const json = await microsoft("edit", { currency: "XXQ" });
  const page = await running.call("POST", `/sandbox/microsoft/referrals/${microsofts.id}/edit`, {
    body: "currency=XXQ",
    headers: { ...headers, referer: `${running.address}/referrals/${microsofts.id}` },
  });

  expect(json.status).toBe(400);
  expect(code(json)).toBe("currencyInvalid");
  expect(page.status).toBe(400);
  expect(page.body.text).toContain("is not an ISO 4217 currency code");
  expect(page.body.text).toContain(`href="/referrals/${microsofts.id}"`);
});

test.each([
  [{ dealValue: "much" }, "/dealValue"],
  [{ closingDateTime: "soon" }, "/closingDateTime"],
  [{ status: "Closed" }, "/status"],
])("the edit %j is refused", async (edit, target) => {
  expect((await microsoft("edit", edit)).body.error).toMatchObject({ code: "invalidRequest", target });
});

test("each side closes for itself", async () => {
  await microsoft("accept");
  await microsoft("close", { outcome: "Won" });
  await partner("close", { outcome: "Lost", reason: "ChoseAnotherVendor" });

  expect(stateOf(await get(microsofts.id))).toBe("Closed/Won");
  const lost = await get(own.id);
  expect([stateOf(lost), lost["statusReason"]]).toEqual(["Closed/Lost", "Customer chose another vendor"]);
});

test("an edit of the partner does not touch what Microsoft has closed", async () => {
  await microsoft("decline", { reason: "Others" });
  const before = await get(microsofts.id);

  await partner("edit", { dealValue: 1 });

  expect(await get(microsofts.id)).toEqual(before);
});

test("a closed deal stays closed, whoever tries", async () => {
  await partner("close", { outcome: "Won" });
  await running.call("POST", "/sandbox/clock", { body: { advanceMs: 14 * dayMs } });

  for (const reply of [
    await partner("edit", { notes: "x" }),
    await partner("close", { outcome: "Won" }),
    await microsoft("accept"),
    await microsoft("decline", { reason: "Others" }),
  ])
    expect([reply.status, code(reply)]).toEqual([400, "referralClosed"]);
  expect(stateOf(await get(microsofts.id))).toBe("Closed/Expired");
});

test("either referral of the deal leads to a seller's own side, and an unknown one nowhere", async () => {
  const accepted = await microsoft("accept", {}, own.id);
  const alone = await running.call("POST", referrals, { body: privateDeal() });

  expect(accepted.body.id).toBe(microsofts.id);
  expect((await microsoft("accept", {}, alone.body.id)).status).toBe(404);
  expect((await microsoft("accept", {}, "unknown")).status).toBe(404);
});

test("a deal that expired on the way is not accepted any more", async () => {
  running.time.nowMs += 14 * dayMs;

  expect(code(await microsoft("accept"))).toBe("referralClosed");
});
