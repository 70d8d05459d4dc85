import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { partner, startIdentity, type StartedIdentity } from "./startIdentity";

const { tenantId, client, user } = localPartner;
const page = "http://127.0.0.1:4280/login/device";
let started: StartedIdentity;

beforeEach(() => {
  started = startIdentity({ allowPublicClient: true });
});

interface DeviceBody {
  user_code: string;
  device_code: string;
  error_codes?: number[];
}

function begin(changes: Record<string, string> = {}, tenant: string = tenantId): { status: number; body: DeviceBody } {
  const form = new URLSearchParams({
    client_id: client.clientId,
    scope: `offline_access ${partner}/.default`,
    ...changes,
  });
  const { status, body } = started.identity.startDeviceSignIn({ tenant, form }, page);
  return { status, body: body as DeviceBody };
}

const poll = (deviceCode: string, changes: Record<string, string | null> = {}): ReturnType<typeof started.ask> =>
  started.ask({
    grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    device_code: deviceCode,
    client_secret: null,
    ...changes,
  });

test("a device is told what to show, waits, and gets tokens for the scopes it began with", () => {
  const { body } = begin();
  const waiting = poll(body.device_code);
  const decided = started.identity.decideDeviceSignIn(` ${body.user_code.toLowerCase()} `, user);
  const done = poll(body.device_code);

  expect(body).toMatchObject({
    user_code: expect.stringMatching(/^[A-Z2-9]{9}$/) as string,
    verification_uri: page,
    expires_in: 900,
    interval: 5,
    message: expect.stringContaining(body.user_code) as string,
  });
  expect(waiting).toMatchObject({ status: 400, body: { error: "authorization_pending", error_codes: [70016] } });
  expect(decided).toBe(true);
  expect(started.claimsOf(done.body.access_token)).toMatchObject({ aud: partner, upn: user.name });
  expect(done.body.refresh_token).toBeDefined();
});

test("a code is decided once and redeemed once", () => {
  const { body } = begin();
  started.identity.decideDeviceSignIn(body.user_code, user);
  poll(body.device_code);

  expect(started.identity.decideDeviceSignIn(body.user_code, null)).toBe(false);
  expect(poll(body.device_code).body.error_codes).toEqual([54005]);
});

test("a person may decline", () => {
  const { body } = begin();
  started.identity.decideDeviceSignIn(body.user_code, null);

  expect(poll(body.device_code).body).toMatchObject({ error: "authorization_declined", error_codes: [65004] });
});

test("after fifteen minutes nobody decides and nobody redeems any more", () => {
  const [undecided, decided] = [begin().body, begin().body];
  started.identity.decideDeviceSignIn(decided.user_code, user);
  started.time.nowMs += 900_000;

  expect(started.identity.decideDeviceSignIn(undecided.user_code, user)).toBe(false);
  for (const { device_code } of [undecided, decided])
    expect(poll(device_code).body).toMatchObject({ error: "expired_token", error_codes: [70020] });
});

test("an unknown code, and one of another app, are bad ones", () => {
  const { body } = begin();
  const foreign = poll(body.device_code, { client_id: "another-app", client_secret: "another-secret" });

  expect(foreign.body).toMatchObject({ error: "bad_verification_code" });
  expect(poll("made-up").body).toMatchObject({ error: "bad_verification_code" });
  expect(started.identity.decideDeviceSignIn("UNKNOWN", user)).toBe(false);
});

test("only an app that may be public does without its secret, and nobody with a wrong one", () => {
  const { body } = begin();
  const wrong = poll(body.device_code, { client_secret: "wrong" });
  const right = poll(body.device_code, { client_secret: client.clientSecret });
  started = startIdentity({ allowPublicClient: false });
  const strict = poll(begin().body.device_code);

  expect(wrong.body.error_codes).toEqual([7000215]);
  expect(right.body.error).toBe("authorization_pending");
  expect(strict).toMatchObject({ status: 401, body: { error: "invalid_client", error_codes: [7000218] } });
});

test.each([
  [{ client_id: "nobody" }, tenantId, 700016],
  [{}, "contoso.example", 90002],
])("a start with %j at %s is refused", (changes, tenant, code) => {
  const reply = begin(changes, tenant);

  expect(reply.status).toBe(400);
  expect(reply.body.error_codes).toEqual([code]);
});
