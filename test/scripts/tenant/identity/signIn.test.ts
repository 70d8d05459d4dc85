import { createHash } from "node:crypto";
import fc from "fast-check";
import type { SignInAnswer, SignInRequest } from "../../../../scripts/tenant/identity/SignInRequest";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { partner, partnerCenter, startIdentity, type StartedIdentity } from "./startIdentity";

const { tenantId, client, user } = localPartner;
const redirectUri = "https://org.crm.example/connect";
let started: StartedIdentity;

beforeEach(() => {
  started = startIdentity();
});

const wanted = {
  client_id: client.clientId,
  response_type: "code",
  redirect_uri: redirectUri,
  scope: `openid offline_access ${partner}/.default`,
  state: "tab-1",
};

function read(
  changes: Record<string, string | null> = {},
  tenant: string = tenantId,
): ReturnType<typeof started.identity.readSignIn> {
  const all: Record<string, string | null> = { ...wanted, ...changes };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return started.identity.readSignIn(tenant, new URLSearchParams(given));
}

function request(changes: Record<string, string | null> = {}): SignInRequest {
  const reading = read(changes);
  if (reading.kind !== "signIn") throw new Error(`The request was answered with ${JSON.stringify(reading)}.`);
  return reading;
}

const signIn = (changes: Record<string, string | null> = {}): string =>
  started.identity.completeSignIn(request(changes), user).fields["code"] ?? "";
const redeem = (code: string, changes: Record<string, string | null> = {}): ReturnType<typeof started.ask> =>
  started.ask({ grant_type: "authorization_code", code, redirect_uri: redirectUri, ...changes });

test("a sign-in ends with a code and the app's own state, and the code with tokens for both audiences", () => {
  const answer = started.identity.completeSignIn(request(), user);
  const tokens = redeem(answer.fields["code"] ?? "");
  const second = started.ask({
    grant_type: "refresh_token",
    refresh_token: tokens.body.refresh_token ?? "",
    scope: `${partnerCenter}/.default`,
  });

  expect(answer).toMatchObject({ redirectUri, responseMode: "query", fields: { state: "tab-1" } });
  expect(started.claimsOf(tokens.body.access_token)).toMatchObject({
    aud: partner,
    upn: user.name,
    amr: ["pwd", "mfa"],
  });
  expect(started.claimsOf(second.body.access_token)).toMatchObject({ aud: partnerCenter });
});

test("a sign-in without the second factor leaves its mark on every token that follows", () => {
  const { fields } = started.identity.completeSignIn(request(), { ...user, withMfa: false });
  const tokens = redeem(fields["code"] ?? "");
  const renewed = started.ask({
    grant_type: "refresh_token",
    refresh_token: tokens.body.refresh_token ?? "",
    scope: `${partner}/.default`,
  });

  expect(started.claimsOf(renewed.body.access_token)["amr"]).toEqual(["pwd"]);
});

test("without offline_access there is no refresh token", () => {
  expect(redeem(signIn({ scope: `openid ${partner}/.default` })).body.refresh_token).toBeUndefined();
});

test("whoever declines sends the app away with a reason", () => {
  const answer: SignInAnswer = started.identity.completeSignIn(request({ state: null }), null);

  expect(answer.fields).toEqual({
    error: "access_denied",
    error_description: "AADSTS65004: User declined to consent to access the app.",
  });
});

test("a code ends after ten minutes", () => {
  const [inTime, late] = [signIn(), signIn()];
  started.time.nowMs += 600_000 - 1;
  const first = redeem(inTime);
  started.time.nowMs += 1;

  expect(first.status).toBe(200);
  expect(redeem(late).body).toMatchObject({ error: "invalid_grant", error_codes: [70008] });
});

test("a code is redeemed with the address it was sent to, and no other", () => {
  const code = signIn();
  const refusals = [redeem(code, { redirect_uri: "https://other.example/" }), redeem(code, { redirect_uri: null })];

  expect(refusals.map(({ body }) => body.error_codes)).toEqual([[500112], [500112]]);
  expect(redeem(code).status).toBe(200);
});

test("law: with PKCE only the verifier behind the challenge redeems the code", () => {
  const verifier = fc.stringMatching(/^[A-Za-z0-9._~-]{43,60}$/);
  fc.assert(
    fc.property(verifier, verifier, fc.constantFrom("S256", "plain"), (right, wrong, method) => {
      fc.pre(right !== wrong);
      const challenge = method === "plain" ? right : createHash("sha256").update(right).digest("base64url");
      const code = signIn({ code_challenge: challenge, code_challenge_method: method });
      expect(redeem(code, { code_verifier: wrong }).body.error_codes).toEqual([501481]);
      expect(redeem(code).body.error_codes).toEqual([501481]);
      expect(redeem(code, { code_verifier: right }).status).toBe(200);
    }),
    { numRuns: 30 },
  );
});

test("the token request may name one of the resources itself", () => {
  const { body } = redeem(signIn(), { scope: `${partnerCenter}/user_impersonation` });

  expect(started.claimsOf(body.access_token)["aud"]).toBe(partnerCenter);
});

test.each([
  [{ client_id: null }, "parameterMissing"],
  [{ client_id: "nobody" }, "clientNotFound"],
  [{ redirect_uri: "http://phisher.example/" }, "redirectUriUnknown"],
  [{ redirect_uri: "javascript:alert(1)" }, "redirectUriUnknown"],
  [{ redirect_uri: null }, "redirectUriUnknown"],
])("a request with %j stays on the page: its address cannot be trusted", (changes, reason) => {
  expect(read(changes)).toMatchObject({ kind: "refused", reason });
});

test.each([
  [{ response_type: "token" }, "unsupported_response_type"],
  [{ response_mode: "postcard" }, "invalid_request"],
  [{ scope: null }, "invalid_request"],
  [{ code_challenge: "x", code_challenge_method: "S512" }, "invalid_request"],
])("a request with %j is answered to the app", (changes, error) => {
  expect(read(changes)).toMatchObject({ kind: "answer", redirectUri, fields: { error, state: "tab-1" } });
});

test("another tenant does not exist here", () => {
  expect(read({}, "contoso.example")).toMatchObject({ kind: "refused", reason: "tenantNotFound" });
});

test("registered addresses bind, but for the port on this machine", () => {
  started = startIdentity({ redirectUris: ["https://org.crm.example/connect", "http://localhost/done"] });
  const kinds = [
    redirectUri,
    "https://org.crm.example/other",
    "http://localhost:5123/done",
    "http://localhost:5123/",
  ].map((redirect_uri) => read({ redirect_uri }).kind);

  expect(kinds).toEqual(["signIn", "refused", "signIn", "refused"]);
  expect(request({ redirect_uri: null }).redirectUri).toBe(redirectUri);
});
