import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { startSandbox, type Reply, type RunningSandbox } from "./startSandbox";

const { tenantId, client, user } = localPartner;
const redirectUri = "http://localhost:5000/connected?from=sandbox";
const headers = { "content-type": "application/x-www-form-urlencoded", authorization: null };
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const authorize = (changes: Record<string, string> = {}): string =>
  `/login/${tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: client.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "offline_access https://api.partner.microsoft.com/.default",
    state: "a&b",
    ...changes,
  }).toString()}`;
const press = (path: string, fields: Record<string, string>): Promise<Reply> =>
  running.call("POST", path, { body: new URLSearchParams(fields).toString(), headers });
const ask = (fields: Record<string, string>): Promise<Reply> =>
  press(`/login/${tenantId}/oauth2/v2.0/token`, {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    ...fields,
  });
const accept = { person: user.name, decision: "accept", mfa: "on" };

async function claimsAfter(tokens: Reply): Promise<unknown> {
  const reading = running.sandbox.identity.readAccessToken(String(tokens.body["access_token"]));
  return reading.kind === "valid" ? reading.claims : reading;
}

test("the page shows who asks for what, and leads back with a code that works", async () => {
  const page = await running.call("GET", authorize(), { headers: { authorization: null } });
  const answered = await press(authorize(), accept);
  const location = new URL(answered.headers.get("location") ?? "");
  const code = location.searchParams.get("code") ?? "";
  const tokens = await ask({ grant_type: "authorization_code", code, redirect_uri: redirectUri });

  expect(page.status).toBe(200);
  expect(page.body.text).toContain("https://api.partner.microsoft.com/.default");
  expect(page.body.text).toContain("Rita Adams");
  expect(page.headers.get("content-security-policy")).toContain("form-action 'self' http://localhost:5000");
  expect(answered.status).toBe(302);
  expect(location.href).toMatch(/^http:\/\/localhost:5000\/connected\?from=sandbox&code=/);
  expect(location.searchParams.get("state")).toBe("a&b");
  expect(await claimsAfter(tokens)).toMatchObject({ upn: user.name, amr: ["pwd", "mfa"] });
});

test("a sign-in without the second factor ends at 900421", async () => {
  const answered = await press(authorize(), { person: user.name, decision: "accept" });
  const code = new URL(answered.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const { body } = await ask({ grant_type: "authorization_code", code, redirect_uri: redirectUri });
  const authorization = `Bearer ${String(body["access_token"])}`;
  const reply = await running.call("GET", "/partner/v1.0/engagements/referrals", { headers: { authorization } });

  expect(reply.status).toBe(401);
  expect(reply.body.error.code).toBe("900421");
});

test("declining goes back with a reason", async () => {
  const answered = await press(authorize(), { person: user.name, decision: "decline" });

  expect(new URL(answered.headers.get("location") ?? "").searchParams.get("error")).toBe("access_denied");
});

test("the answer can go back in the fragment, or in a form that sends itself", async () => {
  const fragment = await press(authorize({ response_mode: "fragment" }), accept);
  const form = await press(authorize({ response_mode: "form_post" }), accept);

  expect(new URL(fragment.headers.get("location") ?? "").hash).toMatch(/^#code=.+&state=a%26b$/);
  expect(form.body.text).toContain('action="http://localhost:5000/connected?from=sandbox"');
  expect(form.body.text).toMatch(/name="code" value="1\./);
  expect(form.body.text).toContain('name="state" value="a&#38;b"');
  expect(form.headers.get("content-security-policy")).toContain("http://localhost:5000");
});

test("a request that cannot be trusted ends on the page, in Entra's words", async () => {
  const reply = await running.call("GET", authorize({ client_id: "nobody" }));

  expect(reply.status).toBe(400);
  expect(reply.body.text).toContain("AADSTS700016");
});

test("a request that is only wrong goes back to the app", async () => {
  const reply = await running.call("GET", authorize({ response_type: "token" }));

  expect(new URL(reply.headers.get("location") ?? "").searchParams.get("error")).toBe("unsupported_response_type");
});

test.each([[{}], [{ decision: "accept" }], [{ decision: "accept", person: "stranger@x.example" }]])(
  "the page does not guess what %j means",
  async (fields) => {
    expect((await press(authorize(), fields)).status).toBe(400);
  },
);

test("a device signs in through the code page", async () => {
  const begun = await press(`/login/${tenantId}/oauth2/v2.0/devicecode`, {
    client_id: client.clientId,
    scope: "offline_access https://api.partnercenter.microsoft.com/.default",
  });
  const grant = {
    grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    device_code: String(begun.body["device_code"]),
  };
  const waiting = await ask(grant);
  const page = await running.call("GET", "/login/device");
  const wrong = await press("/login/device", { ...accept, code: "WRONG" });
  const typed = await press("/login/device", { ...accept, code: String(begun.body["user_code"]) });
  const done = await ask(grant);

  expect(begun.body["verification_uri"]).toBe(`${running.address}/login/device`);
  expect(waiting.body["error"]).toBe("authorization_pending");
  expect(page.body.text).toContain("Enter code");
  expect([wrong.status, typed.status]).toEqual([400, 200]);
  expect(typed.body.text).toContain("Signed in");
  expect(await claimsAfter(done)).toMatchObject({ aud: "https://api.partnercenter.microsoft.com" });
});

test("the code page takes no and half an answer for what they are", async () => {
  const begun = await press(`/login/${tenantId}/oauth2/v2.0/devicecode`, {
    client_id: client.clientId,
    scope: "https://api.partner.microsoft.com/.default",
  });
  const code = String(begun.body["user_code"]);
  const half = await press("/login/device", { code });
  const declined = await press("/login/device", { code, decision: "decline" });

  expect([half.status, declined.status]).toEqual([400, 200]);
  expect(declined.body.text).toContain("Declined");
});

test.each([
  ["PUT", "/login/device", 405],
  ["PUT", authorize(), 405],
  ["GET", `/login/${tenantId}/oauth2/v2.0/devicecode`, 405],
  ["GET", "/login/nothing", 404],
])("%s %s is answered %i", async (method, path, status) => {
  expect((await running.call(method, path)).status).toBe(status);
});

test("a failing sign-in can be had on demand, for device codes too", async () => {
  await running.call("POST", "/sandbox/faults", { body: { operation: "token", kind: 503 } });

  expect((await press(`/login/${tenantId}/oauth2/v2.0/devicecode`, {})).status).toBe(503);
});
