import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type CallOptions, type Reply, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;
let own: Reply["body"];

beforeEach(async () => {
  running = await startSandbox();
  own = (await running.call("POST", referrals, { body: privateDeal() })).body;
  running.time.nowMs += 1000;
});
afterEach(() => running.stop());

const replace = (path: string, value: unknown): object => ({ op: "replace", path, value });
const patch = (body: unknown, headers: CallOptions["headers"] = {}): Promise<Reply> =>
  running.call("PATCH", `${referrals}/${own.id}`, { body, headers });
const read = async (): Promise<Reply["body"]> => (await running.call("GET", `${referrals}/${own.id}`)).body;
const close = (substatus: string): object[] => [replace("/status", "Closed"), replace("/substatus", substatus)];

test("a patch changes the value, the eTag and the time of change, and answers nothing", async () => {
  const reply = await patch([replace("/details/dealValue", "75000")]);
  const after = await read();

  expect(reply.status).toBe(204);
  expect(reply.body.text).toBe("");
  expect(reply.headers.get("etag")).toBe(after.eTag);
  expect(after).toMatchObject({ details: { dealValue: 75000 }, updatedDateTime: "2026-01-15T12:00:01.0000000Z" });
  expect(after.eTag).not.toBe(own.eTag);
});

test("with Prefer: return=representation the changed referral comes back", async () => {
  const reply = await patch([replace("/details/notes", "Met the buyer")], { prefer: "return=representation" });

  expect(reply.status).toBe(200);
  expect(reply.headers.get("preference-applied")).toBe("return=representation");
  expect(reply.body).toEqual(await read());
});

test("a patch that changes nothing keeps the eTag", async () => {
  const same = await patch([replace("/details/dealValue", 50000)]);
  const empty = await patch([]);

  expect(same.headers.get("etag")).toBe(own.eTag);
  expect(empty.headers.get("etag")).toBe(own.eTag);
});

test("a patch with the current eTag, a star or none is taken, with an old one it is refused and changes nothing", async () => {
  const current = await patch([replace("/details/notes", "one")], { "if-match": own.eTag });
  const stale = await patch([replace("/details/notes", "two")], { "if-match": own.eTag });
  const star = await patch([replace("/details/notes", "three")], { "if-match": "*" });
  const none = await patch([replace("/details/notes", "four")]);

  expect([current.status, stale.status, star.status, none.status]).toEqual([204, 412, 204, 204]);
  expect(stale.body.error).toMatchObject({ code: "preconditionFailed", target: "If-Match" });
  expect(await read()).toMatchObject({ details: { notes: "four" } });
});

test("an eTag without its inner quotes is not the eTag", async () => {
  const reply = await patch([replace("/details/notes", "one")], { "if-match": own.eTag.replaceAll('"', "") });

  expect(reply.status).toBe(412);
});

test("team members and solutions can be appended", async () => {
  await patch([
    {
      op: "add",
      path: "/team/-",
      value: { firstName: "New", lastName: "Seller", email: "new@contoso-partner.example" },
    },
    { op: "add", path: "/details/requirements/solutions/-", value: { id: "SOL-10002-CIA", type: "Name" } },
  ]);

  const after = await read();

  expect(after["team"]).toHaveLength(2);
  expect(after).toMatchObject({ details: { requirements: { solutions: [{}, { id: "SOL-10002-CIA" }] } } });
});

test("a list can be replaced by a shorter one, which is how things are removed", async () => {
  await patch([replace("/team", [])]);

  expect((await read())["team"]).toEqual([]);
});

test("an emptied list can be appended to", async () => {
  await patch([replace("/team", null)]);
  await patch([{ op: "add", path: "/team/-", value: { firstName: "New" } }]);

  expect((await read())["team"]).toEqual([{ firstName: "New" }]);
});

test("setting an absent value to null changes nothing", async () => {
  const reply = await patch([replace("/campaignId", null), replace("/details/requirements/solutions/-", null)]);
  const quiet = await patch([replace("/campaignId", null)]);

  expect(reply.status).toBe(400);
  expect(quiet.headers.get("etag")).toBe(own.eTag);
});

test("a patch is all or nothing", async () => {
  const reply = await patch([replace("/details/notes", "kept?"), replace("/details/currency", "XQQ")]);

  expect(reply.status).toBe(400);
  expect(await read()).toEqual(own);
});

test.each([
  [{ op: "remove", path: "/team/0" }, "operationNotSupported"],
  [{ op: "test", path: "/status", value: "Active" }, "operationNotSupported"],
  [{ op: "move", from: "/team/0", path: "/team/1" }, "operationNotSupported"],
  [{ op: "upsert", path: "/status", value: "Active" }, "malformedPatch"],
  [{ op: "replace", path: "status", value: "Active" }, "malformedPatch"],
  [{ op: "replace", path: "/status" }, "malformedPatch"],
  ["replace", "malformedPatch"],
  [replace("/name", "New name"), "pathNotPatchable"],
  [replace("/customerProfile/name", "New customer"), "pathNotPatchable"],
  [replace("/inviteContext", {}), "pathNotPatchable"],
  [replace("/id", "mine"), "pathNotPatchable"],
  [replace("/team/0", {}), "pathNotPatchable"],
  [replace("/team/-", {}), "pathNotFound"],
  [replace("/status", "Open"), "valueNotAccepted"],
  [replace("/status", null), "stateMissing"],
  [replace("/details/dealValue", null), "requiredFieldMissing"],
  [replace("/details/dealValue", -5), "dealValueNegative"],
  [replace("/details/currency", "Krone"), "currencyInvalid"],
  [replace("/details/requirements/solutions", []), "solutionRequired"],
  [replace("/details/requirements/solutions", [{ id: "SOL-1-A", type: "Name" }]), "solutionUnknown"],
  [
    replace(
      "/details/requirements/solutions",
      Array.from({ length: 51 }, () => ({ id: "SOL-10001-CFS" })),
    ),
    "valueNotAccepted",
  ],
  [replace("/salesStage", "Sometime"), "salesStageInvalid"],
  [replace("/status", "Closed"), "substatusNotAllowed"],
  [replace("/substatus", "Won"), "substatusNotAllowed"],
])("the operation %j is refused as %s", async (operation, innerCode) => {
  const reply = await patch([operation]);

  expect(reply.status).toBe(400);
  expect(reply.body.error.innerError.code).toBe(innerCode);
  expect(await read()).toEqual(own);
});

test.each(["{}", "null", "text"])("a body of %s is no patch", async (body) => {
  expect((await patch(body)).status).toBe(400);
});

test.each(["Won", "Lost"])("an accepted deal can be closed as %s", async (substatus) => {
  const reply = await patch(close(substatus));

  expect(reply.status).toBe(204);
  expect(await read()).toMatchObject({ status: "Closed", substatus, closedDateTime: "2026-01-15T12:00:01.0000000Z" });
});

test.each(["Declined", "Expired"])("an accepted deal cannot be closed as %s", async (substatus) => {
  expect((await patch(close(substatus))).body.error.innerError.code).toBe("transitionNotAllowed");
});

test("an accepted deal cannot go back to New", async () => {
  const reply = await patch([replace("/status", "New"), replace("/substatus", "Pending")]);

  expect(reply.body.error.innerError.code).toBe("transitionNotAllowed");
});

test.each([
  ["a note", [replace("/details/notes", "after the end")]],
  ["a reopening", [replace("/status", "Active"), replace("/substatus", "Accepted")]],
  ["the other end", close("Lost")],
  ["nothing", []],
])("a closed deal takes no edit: %s", async (_what, operations) => {
  await patch(close("Won"));
  const closed = await read();

  const reply = await patch(operations);

  expect(reply.status).toBe(400);
  expect(reply.body.error.innerError.code).toBe("referralClosed");
  expect(await read()).toEqual(closed);
});

test("visibility to Microsoft sellers can be given but not taken back", async () => {
  const path = "/consent/consentToShareReferralWithMicrosoftSellers";

  const given = await patch([replace(path, true)]);
  const taken = await patch([replace(path, false)]);

  expect(given.status).toBe(204);
  expect(taken.body.error.innerError.code).toBe("visibilityIsOneWay");
});

test("while Microsoft is invited, a customer contact must remain", async () => {
  await running.call("POST", referrals, { body: invitation(own.engagementId) });

  const reply = await patch([replace("/customerProfile/team", [])]);

  expect(reply.body.error.innerError.code).toBe("customerContactRequired");
});

test("Microsoft's referral belongs to Microsoft", async () => {
  const deal = await running.call("POST", referrals, { body: coSellDeal() });
  const connected = await running.call("POST", referrals, { body: invitation(deal.body.engagementId) });

  const reply = await running.call("PATCH", `${referrals}/${connected.body.id}`, {
    body: [replace("/details/notes", "x")],
  });

  expect(reply.status).toBe(403);
  expect(reply.body.error).toMatchObject({ code: "accessDenied", innerError: { code: "foreignReferral" } });
});

test("slashes after the id are taken, as the connector sends them", async () => {
  const reply = await running.call("PATCH", `${referrals}/${own.id}//`, { body: [replace("/details/notes", "x")] });

  expect(reply.status).toBe(204);
});

test("a referral nobody knows cannot be patched", async () => {
  const reply = await running.call("PATCH", `${referrals}/nobody`, { body: [] });

  expect(reply.status).toBe(404);
});

test("PUT is refused in favour of PATCH", async () => {
  const reply = await running.call("PUT", `${referrals}/${own.id}`, { body: privateDeal() });

  expect(reply.status).toBe(405);
  expect(reply.headers.get("allow")).toBe("GET, PATCH");
});
