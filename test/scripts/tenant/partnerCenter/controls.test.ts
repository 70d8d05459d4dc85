import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

test("the request log counts calls of the services, with their outcome, and nothing else", async () => {
  await running.call("POST", "/sandbox/faults", { body: { operation: "GET", kind: 503 } });
  await running.call("POST", referrals, { body: privateDeal() });
  await running.call("GET", `${referrals}?$top=1`);
  await running.call("GET", "/");
  await running.call("POST", "/login/common/oauth2/v2.0/token", { body: "" });

  const log = await running.call("GET", "/sandbox/requests");

  expect(log.body).toEqual([
    {
      at: "2026-01-15T12:00:00.000Z",
      operation: "POST referral",
      method: "POST",
      path: referrals,
      query: "",
      status: 200,
      ms: 0,
      fault: null,
      clientRequestId: "11111111-1111-4111-8111-111111111111",
    },
    expect.objectContaining({ operation: "GET referrals", query: "%24top=1", status: 503, fault: "503" }),
    expect.objectContaining({ operation: "token", status: 400 }),
  ]);
});

test("a call without an answer is logged with status 0", async () => {
  await running.call("POST", "/sandbox/faults", { body: { kind: "dropAfterCommit" } });
  await expect(running.call("GET", referrals)).rejects.toThrow("fetch failed");

  const log = await running.call("GET", "/sandbox/requests");

  expect(log.body).toMatchObject([{ status: 0, fault: "dropAfterCommit" }]);
});

test("the log can be cleared", async () => {
  await running.call("GET", referrals);

  const cleared = await running.call("DELETE", "/sandbox/requests");

  expect(cleared.status).toBe(204);
  expect((await running.call("GET", "/sandbox/requests")).body).toEqual([]);
});

test("reset empties the sandbox but keeps sign-ins", async () => {
  const token = running.token();
  await running.call("POST", referrals, { body: privateDeal() });
  await running.call("PATCH", "/sandbox/switches", { body: { createdStatus: "201" } });
  await running.call("POST", "/sandbox/faults", { body: { kind: 500, operation: "token" } });

  const reset = await running.call("POST", "/sandbox/reset");

  const headers = { authorization: `Bearer ${token}` };
  expect(reset.status).toBe(204);
  expect((await running.call("GET", "/sandbox/requests")).body).toEqual([]);
  expect((await running.call("GET", "/sandbox/faults")).body).toEqual([]);
  expect((await running.call("GET", referrals, { headers })).body.value).toEqual([]);
  expect((await running.call("POST", referrals, { body: privateDeal(), headers })).status).toBe(200);
});

test("reset puts switches back to where the sandbox started", async () => {
  const own = await startSandbox({ switches: { createdStatus: "201" } });
  await own.call("PATCH", "/sandbox/switches", { body: { createdStatus: "200", pageSize: "200" } });

  await own.call("POST", "/sandbox/reset");
  const { body } = await own.call("GET", "/sandbox/switches");
  await own.stop();

  expect(body).toMatchObject({ createdStatus: "201", pageSize: "100" });
});

test("a partner's solutions can be seeded, and then be used", async () => {
  const own = await startSandbox({ catalogue: [{ id: "SOL-77777-NEW", name: "Ours", kind: "partner" }] });
  const deal = privateDeal();
  const details = deal["details"] as Record<string, object>;
  const requirements = { ...details["requirements"], solutions: [{ id: "SOL-77777-NEW", type: "Name" }] };

  const reply = await own.call("POST", referrals, { body: { ...deal, details: { ...details, requirements } } });
  const listed = await own.call("GET", "/sandbox/catalogue");
  await own.stop();

  expect(reply.status).toBe(200);
  expect(listed.body).toEqual([{ id: "SOL-77777-NEW", name: "Ours", kind: "partner" }]);
});

test("revoking all sign-ins ends them", async () => {
  const { client, user, tenantId } = localPartner;
  const refreshToken = running.sandbox.identity.issueRefreshToken(client.clientId, user);
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    refresh_token: refreshToken,
    scope: "https://api.partner.microsoft.com/.default",
  });

  const revoked = await running.call("DELETE", "/sandbox/refresh-tokens");
  const redeemed = await running.call("POST", `/login/${tenantId}/oauth2/v2.0/token`, { body: form.toString() });

  expect(revoked.status).toBe(204);
  expect(redeemed.body).toMatchObject({ error: "invalid_grant" });
});

test.each([
  ["GET", "/sandbox/nothing"],
  ["PUT", "/sandbox/faults"],
])("%s %s is answered with the controls there are", async (method, path) => {
  const reply = await running.call(method, path);

  expect(reply.status).toBe(404);
  expect(reply.body["message"]).toContain("POST /sandbox/faults");
});

test("a form works where JSON does, and leads back to its page", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const fault = await running.call("POST", "/sandbox/faults", {
    body: "operation=any&kind=500&times=2&retryAfterSeconds=&ms=",
    headers,
  });
  const setting = await running.call("POST", "/sandbox/switches", { body: "createdStatus=201", headers });
  const cleared = await running.call("POST", "/sandbox/faults/clear", { body: "", headers });

  expect([fault.status, fault.headers.get("location")]).toEqual([303, "/faults"]);
  expect([setting.status, setting.headers.get("location")]).toEqual([303, "/switches"]);
  expect([cleared.status, cleared.headers.get("location")]).toEqual([303, "/faults"]);
  expect(running.sandbox.state.switches.createdStatus).toBe("201");
});
