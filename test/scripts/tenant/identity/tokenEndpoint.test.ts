import { createIdentity, type Identity } from "../../../../scripts/tenant/identity/createIdentity";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";

const { tenantId, client, user } = localPartner;
const partner = "https://api.partner.microsoft.com";
const partnerCenter = "https://api.partnercenter.microsoft.com";
const dayMs = 24 * 60 * 60 * 1000;

interface TokenBody {
  access_token: string;
  refresh_token?: string;
  expires_in: number;
  scope: string;
  error: string;
  error_description: string;
  error_codes: number[];
}

let nowMs: number;
let earlier: "staysValid" | "revoked";
let identity: Identity;

beforeEach(() => {
  nowMs = Date.UTC(2026, 0, 15);
  earlier = "staysValid";
  let count = 0;
  identity = createIdentity({
    clock: () => nowMs,
    ids: () => `id-${++count}`,
    registration: { tenantId, clients: [client, { clientId: "another-app", clientSecret: "another-secret" }] },
    signingSecret: "secret",
    earlierRefreshToken: () => earlier,
  });
});

function ask(fields: Record<string, string | null>, tenant: string = tenantId): { status: number; body: TokenBody } {
  const all: Record<string, string | null> = {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: `${partner}/.default`,
    ...fields,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  const { status, body } = identity.answerTokenRequest({ tenant, form: new URLSearchParams(given) });
  return { status, body: body as TokenBody };
}

const refresh = (token: string | undefined, more: Record<string, string> = {}): ReturnType<typeof ask> =>
  ask({ grant_type: "refresh_token", refresh_token: token ?? "", ...more });
const claimsOf = (token: string): unknown => {
  const reading = identity.readAccessToken(token);
  return reading.kind === "valid" ? reading.claims : reading.kind;
};

test("one refresh token serves both resources, one at a time", () => {
  const token = identity.issueRefreshToken(client.clientId, user);

  const first = refresh(token);
  const second = refresh(token, { scope: `openid offline_access ${partnerCenter}/user_impersonation` });

  expect(first.body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: `${partner}/user_impersonation` });
  expect(claimsOf(first.body.access_token)).toMatchObject({
    aud: partner,
    tid: tenantId,
    appid: client.clientId,
    upn: user.name,
    scp: "user_impersonation",
    amr: ["pwd", "mfa"],
  });
  expect(claimsOf(second.body.access_token)).toMatchObject({ aud: partnerCenter });
});

test("every redemption brings a new refresh token; by default the earlier one stays good", () => {
  const token = identity.issueRefreshToken(client.clientId, user);

  const renewed = refresh(token).body.refresh_token;

  expect(renewed).not.toBe(token);
  expect(refresh(renewed).status).toBe(200);
  expect(refresh(token).status).toBe(200);
});

test("a stricter server lets only the winner of a race through", () => {
  earlier = "revoked";
  const token = identity.issueRefreshToken(client.clientId, user);

  const winner = refresh(token);
  const loser = refresh(token);

  expect(refresh(winner.body.refresh_token).status).toBe(200);
  expect(loser.body).toMatchObject({ error: "invalid_grant", error_codes: [50173] });
});

test("a refresh token that idles for 90 days is dead; one in use lives on", () => {
  const idle = identity.issueRefreshToken(client.clientId, user);
  const used = identity.issueRefreshToken(client.clientId, user);

  nowMs += 89 * dayMs;
  expect(refresh(used).status).toBe(200);
  nowMs += dayMs;

  expect(refresh(used).status).toBe(200);
  const refused = refresh(idle);
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ error: "invalid_grant", error_codes: [700082] });
  expect(refused.body.error_description).toMatch(/^AADSTS700082: /);
});

test("a revoked refresh token is refused, and so is every token of a revoked sign-in", () => {
  const one = identity.issueRefreshToken(client.clientId, user);
  const other = identity.issueRefreshToken(client.clientId, user);

  identity.revokeRefreshToken(one);
  const afterOne = [refresh(one).status, refresh(other).status];
  identity.revokeAllRefreshTokens();

  expect(afterOne).toEqual([400, 200]);
  expect(refresh(other).body.error_codes).toEqual([50173]);
});

test("an access token ends after an hour", () => {
  const { access_token: token } = refresh(identity.issueRefreshToken(client.clientId, user)).body;

  nowMs += 3_600_000 - 1;
  expect(identity.readAccessToken(token).kind).toBe("valid");
  nowMs += 1;
  expect(identity.readAccessToken(token).kind).toBe("expired");
});

test.each([
  ["nonsense", "malformed"],
  ["a.b", "malformed"],
  ["a.b.c.d", "malformed"],
  ["a.b.c", "forged"],
])("the access token %s is %s", (token, kind) => {
  expect(identity.readAccessToken(token).kind).toBe(kind);
});

test("claims cannot be changed without the key", () => {
  const [head, , signature] = refresh(identity.issueRefreshToken(client.clientId, user)).body.access_token.split(".");
  const claims = Buffer.from(JSON.stringify({ aud: partner, exp: 9e9, idtyp: "user" })).toString("base64url");

  expect(identity.readAccessToken([head, claims, signature].join(".")).kind).toBe("forged");
});

test("an app without a person gets a token that says so, and no refresh token", () => {
  const { body } = ask({ grant_type: "client_credentials" });

  expect(claimsOf(body.access_token)).toMatchObject({ idtyp: "app", aud: partner });
  expect(claimsOf(body.access_token)).not.toHaveProperty("upn");
  expect(body.refresh_token).toBeUndefined();
});

test("an authorization code is good once, for the app it was made for", () => {
  const code = identity.issueAuthorizationCode(client.clientId, user);
  const redeem = (more: Record<string, string> = {}): ReturnType<typeof ask> =>
    ask({ grant_type: "authorization_code", code, ...more });

  const foreign = redeem({ client_id: "another-app", client_secret: "another-secret" });
  const first = redeem();
  const second = redeem();

  expect(foreign.body.error_codes).toEqual([70000]);
  expect(refresh(first.body.refresh_token).status).toBe(200);
  expect(second.body).toMatchObject({ error: "invalid_grant", error_codes: [54005] });
});

test("a refresh token belongs to one app", () => {
  const token = identity.issueRefreshToken(client.clientId, user);

  const reply = refresh(token, { client_id: "another-app", client_secret: "another-secret" });

  expect(reply.body).toMatchObject({ error: "invalid_grant", error_codes: [9002313] });
});

test.each([
  [{ grant_type: null }, 400, "invalid_request", 900144],
  [{ client_id: null }, 400, "invalid_request", 900144],
  [{ refresh_token: null }, 400, "invalid_request", 900144],
  [{ grant_type: "authorization_code" }, 400, "invalid_request", 900144],
  [{ grant_type: "password" }, 400, "unsupported_grant_type", 70003],
  [{ client_id: "nobody" }, 400, "unauthorized_client", 700016],
  [{ client_secret: "wrong" }, 401, "invalid_client", 7000215],
  [{ client_secret: null }, 401, "invalid_client", 7000215],
  [{ scope: null }, 400, "invalid_scope", 70011],
  [{ scope: "https://graph.microsoft.com/.default" }, 400, "invalid_scope", 70011],
  [{ scope: `${partner}/.default ${partnerCenter}/.default` }, 400, "invalid_scope", 70011],
  [{ scope: "openid" }, 400, "invalid_scope", 70011],
  [{ refresh_token: "made-up" }, 400, "invalid_grant", 9002313],
])("a request with %j is refused with %i %s", (fields, status, error, code) => {
  const refreshToken = identity.issueRefreshToken(client.clientId, user);

  const reply = ask({ grant_type: "refresh_token", refresh_token: refreshToken, ...fields });

  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject({ error, error_codes: [code] });
  expect(reply.body.error_description).toContain(`AADSTS${code}: `);
});

test.each(["common", "organizations", tenantId.toUpperCase()])("the tenant may be called %s", (tenant) => {
  expect(ask({ grant_type: "client_credentials" }, tenant).status).toBe(200);
});

test("another tenant is not found", () => {
  expect(ask({ grant_type: "client_credentials" }, "contoso.example").body.error_codes).toEqual([90002]);
});
