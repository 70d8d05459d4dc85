import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type RunningSandbox } from "./startSandbox";

const registration = "/partnercenter/webhooks/v1/registration";
const partner = "https://api.partner.microsoft.com";
const partnerCenter = "https://api.partnercenter.microsoft.com";
let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

async function tokenFor(grant: Record<string, string>, resource = partner): Promise<string> {
  const { client, tenantId } = localPartner;
  const form = {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: `${resource}/.default`,
    ...grant,
  };
  const reply = await running.call("POST", `/login/${tenantId}/oauth2/v2.0/token`, {
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return String(reply.body["access_token"]);
}

const withToken = (token: string | null): { headers: Record<string, string | null> } => ({
  headers: { authorization: token === null ? null : `Bearer ${token}` },
});

test.each([
  ["none", (): string | null => null, "noToken"],
  ["nonsense", (): string => "nonsense", "tokenInvalid"],
  ["a forged one", (): string => `${running.token().slice(0, -2)}xx`, "tokenInvalid"],
  ["one for the other audience", (): string => running.token(partnerCenter), "wrongAudience"],
])("the Referrals API refuses a call with %s", async (_what, token, innerCode) => {
  const reply = await running.call("GET", referrals, withToken(token()));

  expect(reply.status).toBe(401);
  expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  expect(reply.body.error).toMatchObject({
    code: "unauthenticated",
    target: "referral",
    innerError: { code: innerCode },
  });
});

test("a token is good for an hour and no longer", async () => {
  const token = running.token();

  running.time.nowMs += 3_599_000;
  const inTime = await running.call("GET", referrals, withToken(token));
  running.time.nowMs += 1000;
  const late = await running.call("GET", referrals, withToken(token));

  expect(inTime.status).toBe(200);
  expect(late.body.error.innerError.code).toBe("tokenExpired");
});

test("the webhook host wants its own audience and words errors its own way", async () => {
  const none = await running.call("GET", registration, withToken(null));
  const wrong = await running.call("GET", registration, withToken(running.token(partner)));
  const right = await running.call("GET", `${registration}/events`, withToken(running.token(partnerCenter)));

  expect([none.status, wrong.status, right.status]).toEqual([401, 401, 200]);
  expect(none.body).toMatchObject({ code: "Unauthorized", data: [], source: "PartnerCenterSandbox" });
});

test("a person's token without the MFA claim is refused with 900421 on both hosts", async () => {
  const withoutMfa = { ...localPartner.user, withMfa: false };
  const refreshToken = running.sandbox.identity.issueRefreshToken(localPartner.client.clientId, withoutMfa);
  const grant = { grant_type: "refresh_token", refresh_token: refreshToken };

  const onReferrals = await running.call("GET", referrals, withToken(await tokenFor(grant)));
  const onWebhooks = await running.call("GET", registration, withToken(await tokenFor(grant, partnerCenter)));

  expect(onReferrals.status).toBe(401);
  expect(onReferrals.body.error.code).toBe("900421");
  expect(onWebhooks.status).toBe(401);
  expect(onWebhooks.body).toMatchObject({ code: "900421" });
});

test("an app without a person may register webhooks but not touch referrals", async () => {
  const grant = { grant_type: "client_credentials" };

  const onReferrals = await running.call("GET", referrals, withToken(await tokenFor(grant)));
  const onWebhooks = await running.call(
    "GET",
    `${registration}/events`,
    withToken(await tokenFor(grant, partnerCenter)),
  );

  expect(onReferrals.status).toBe(403);
  expect(onReferrals.body.error).toMatchObject({ code: "accessDenied", innerError: { code: "appOnlyToken" } });
  expect(onWebhooks.status).toBe(200);
});

test.each([
  ["GET", "/login/common/oauth2/v2.0/token", 405],
  ["POST", "/login/common/oauth2/token", 404],
  ["POST", "/login/%E0%A4%A/oauth2/v2.0/token", 400],
])("%s %s of the sign-in is answered %i", async (method, path, status) => {
  const reply = await running.call(method, path, method === "GET" ? {} : { body: "grant_type=client_credentials" });

  expect(reply.status).toBe(status);
  expect(reply.headers.get("cache-control")).toBe("no-store");
});

test("every answer names the request, and repeats the caller's id", async () => {
  const reply = await running.call("GET", referrals);

  expect(reply.headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(reply.headers.get("client-request-id")).toBe("11111111-1111-4111-8111-111111111111");
  expect(reply.headers.get("timestamp")).toBe("2026-01-15T12:00:00.000Z");
  expect(reply.headers.get("x-ms-ags-diagnostic")).toContain("ServerInfo");
});

test.each([
  [{ "client-request-id": null }, 400, "clientRequestIdMissing"],
  [{ "client-request-id": "seven" }, 400, "headerNotGuid"],
  [{ "ms-correlationid": "seven" }, 400, "headerNotGuid"],
  [{ "x-caller-id": "seven" }, 400, "headerNotGuid"],
  [{ accept: "text/html" }, 406, "notAcceptable"],
  [{ "content-type": "text/plain" }, 415, "unsupportedMediaType"],
  [{ "content-type": null }, 415, "unsupportedMediaType"],
])("a POST with the headers %j is refused with %i", async (headers, status, innerCode) => {
  const reply = await running.call("POST", referrals, { body: privateDeal(), headers });

  expect(reply.status).toBe(status);
  expect(reply.body.error.innerError.code).toBe(innerCode);
});

test.each([
  ["DELETE", referrals, 405, "methodNotAllowed"],
  ["PATCH", referrals, 405, "methodNotAllowed"],
  ["DELETE", `${referrals}/some-id`, 405, "methodNotAllowed"],
  ["GET", "/partner/v1.0/engagements", 404, "addressUnknown"],
  ["GET", "/partner/v2.0/engagements/referrals", 404, "addressUnknown"],
])("%s %s is answered %i", async (method, path, status, innerCode) => {
  const reply = await running.call(method, path, method === "GET" ? {} : { body: {} });

  expect(reply.status).toBe(status);
  expect(reply.body.error.innerError.code).toBe(innerCode);
});

test("a body beyond 1 MiB is refused", async () => {
  const reply = await running.call("POST", referrals, { body: "x".repeat(1024 * 1024 + 1) });

  expect(reply.status).toBe(413);
});

test("a call that asks whether it would pass the MFA check is told, on both hosts", async () => {
  const withoutMfa = { ...localPartner.user, withMfa: false };
  const refreshToken = running.sandbox.identity.issueRefreshToken(localPartner.client.clientId, withoutMfa);
  const weak = await tokenFor({ grant_type: "refresh_token", refresh_token: refreshToken });
  const report = async (path: string, headers: Record<string, string>): Promise<string | null> =>
    (await running.call("GET", path, { headers: { validatemfa: "true", ...headers } })).headers.get("isMfaCompliant");

  expect(await report(referrals, {})).toBe("true");
  expect(await report(registration, {})).toBe("true");
  expect(await report(referrals, { authorization: `Bearer ${weak}` })).toBe("false");
  expect(await report(referrals, { validatemfa: "false" })).toBeNull();
});
