import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type CallOptions, type Reply, type RunningSandbox } from "./startSandbox";

const sam = "sam.eriksen@contoso-partner.example";
const bill = "bill.ing@contoso-partner.example";
const member = (email: string): object => ({ firstName: "A", lastName: "B", phoneNumber: "+471", email });
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const as = (name: string, method: string, path: string, options: CallOptions = {}): Promise<Reply> => {
  const authorization = `Bearer ${running.token("https://api.partner.microsoft.com", name)}`;
  return running.call(method, path, { ...options, headers: { authorization } });
};
const put = (body: object): Promise<Reply> => running.call("PUT", "/sandbox/people", { body });

test("a Referrals user sees the deals of the own team, on both sides, and no others", async () => {
  const other = await running.call("POST", referrals, { body: privateDeal() });
  const own = await running.call("POST", referrals, { body: coSellDeal({ team: [member(sam.toUpperCase())] }) });
  const invited = await running.call("POST", referrals, { body: invitation(own.body.engagementId) });

  const listed = await as(sam, "GET", referrals);
  const foreign = await as(sam, "GET", `${referrals}/${other.body.id}`);

  expect(listed.body.value.map(({ id }) => id).sort()).toEqual([own.body.id, invited.body.id].sort());
  expect(foreign.status).toBe(404);
  expect((await as(sam, "GET", `${referrals}/${invited.body.id}`)).status).toBe(200);
});

test("a Referrals user changes a deal of the own team only", async () => {
  const other = await running.call("POST", referrals, { body: privateDeal() });
  const own = await running.call("POST", referrals, { body: privateDeal({ team: [member(sam)] }) });
  const body = [{ op: "replace", path: "/details/notes", value: "x" }];

  expect((await as(sam, "PATCH", `${referrals}/${own.body.id}`, { body })).status).toBe(204);
  expect((await as(sam, "PATCH", `${referrals}/${other.body.id}`, { body })).status).toBe(404);
});

test("somebody without a referral role is let in nowhere, and told which role is missing", async () => {
  for (const name of [bill, "stranger@contoso-partner.example"]) {
    const reply = await as(name, "GET", referrals);

    expect(reply.status).toBe(403);
    expect(reply.body.error).toMatchObject({ code: "accessDenied", innerError: { code: "roleMissing" } });
    expect(reply.body.error.message).toContain("Referrals admin");
  }
});

test("an admin of one location sees and creates there only", async () => {
  const here = await running.call("POST", referrals, { body: privateDeal() });
  const { state } = running.sandbox;
  const stored = state.referrals.get(here.body.id);
  if (stored === undefined) throw new Error("The deal is gone.");
  state.referrals.set("elsewhere", { ...stored, id: "elsewhere", mpnId: "7654321" });

  await put({ name: localPartner.user.name, locations: ["7654321"] });
  const listed = await running.call("GET", referrals);
  const created = await running.call("POST", referrals, { body: privateDeal() });
  await put({ name: localPartner.user.name, locations: [localPartner.organization.mpnId] });

  expect(listed.body.value.map(({ id }) => id)).toEqual(["elsewhere"]);
  expect(created.body.error.innerError.code).toBe("locationNotAssigned");
  expect((await running.call("POST", referrals, { body: privateDeal() })).status).toBe(200);
});

test("a role that is taken away ends at once, also for tokens already given out; a reset gives it back", async () => {
  const headers = { authorization: `Bearer ${running.token()}` };

  await put({ name: localPartner.user.name, roles: [] });
  const without = await running.call("GET", referrals, { headers });
  await running.call("POST", "/sandbox/reset");

  expect(without.status).toBe(403);
  expect((await running.call("GET", referrals, { headers })).status).toBe(200);
});

test("people can be listed, added and changed", async () => {
  const added = await put({ name: "new@contoso-partner.example", roles: ["referralsUser"] });
  const changed = await put({ name: "NEW@contoso-partner.example", displayName: "Nina New" });
  const { body } = await running.call("GET", "/sandbox/people");

  expect(added.status).toBe(200);
  expect(changed.body).toMatchObject({ displayName: "Nina New", roles: ["referralsUser"] });
  expect(body).toHaveLength(4);
});

test.each([
  [{}, "e-mail"],
  [{ name: "a@b.example", roles: ["boss"] }, "roles"],
  [{ name: "a@b.example", locations: 7 }, "locations"],
  [{ name: "a@b.example", displayName: 7 }, "displayName"],
  [{ name: "a@b.example", rights: [] }, "rights"],
])("the person %j is refused", async (body, words) => {
  const reply = await put(body);

  expect(reply.status).toBe(400);
  expect(reply.body["message"]).toContain(words);
});
