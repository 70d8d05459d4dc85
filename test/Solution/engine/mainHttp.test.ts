import { choices, columns, environmentVariables, tables } from "../../../Solution/engine/domain/schema";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost, type HttpAnswer, type HttpCall } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";

const own = columns.opportunity;
const isCreate = ({ method, url }: HttpCall): boolean => method === "POST" && url.endsWith("/referrals");
const toReferrals = ({ url }: HttpCall): boolean => url.includes("/referrals");

/** Answers POSTs of referrals with these in turn, then as if all were well. */
const first = (...answers: HttpAnswer[]) => {
  const left = [...answers];
  return (call: HttpCall): HttpAnswer => (isCreate(call) ? left.shift() : undefined) ?? answerPartnerCenter(call);
};

interface Response {
  status: string;
  failure: { code: string; words: string; owner: string } | null;
  writes: number;
}

const response = (answer: EngineAnswer): Response => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as Response;
};

test("every call carries token and tracking headers, and a request id of its own", async () => {
  const host = new FakeHost(answerPartnerCenter);

  await runEngine(host);

  const calls = host.httpCalls.filter(toReferrals);
  expect(calls).toHaveLength(2);
  for (const { headers } of calls)
    expect(headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer access-\d+$/) as string,
      "MS-CorrelationId": "33333333-3333-4333-8333-333333333333",
      "X-Caller-Id": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  expect(new Set(calls.map(({ headers }) => headers["client-request-id"])).size).toBe(2);
});

test("the token request names the referrals audience and uses the stored refresh token", async () => {
  const host = new FakeHost(answerPartnerCenter);

  await runEngine(host);

  const form = new URLSearchParams(host.httpCalls[0]?.body);
  expect(Object.fromEntries(form)).toEqual({
    grant_type: "refresh_token",
    client_id: "22222222-2222-4222-8222-222222222222",
    client_secret: "the-secret",
    refresh_token: "refresh-1",
    scope: "https://api.partner.microsoft.com/.default offline_access",
  });
});

test("an access token is kept in memory only, and asked for once an hour", async () => {
  const host = new FakeHost(answerPartnerCenter);
  await runEngine(host);
  host.set("opportunity", { description: "another edit" });
  await runEngine(host);
  host.nowMs += 3_600_000;
  host.set("opportunity", { description: "an hour later" });
  await runEngine(host);

  expect(host.httpCalls.filter(({ url }) => url.includes("/oauth2/"))).toHaveLength(2);
  expect(JSON.stringify(host.rows)).not.toContain("access-");
  expect(JSON.stringify(host.calls.filter(({ op }) => op === "trace"))).not.toContain("access-");
});

test("a refused token is renewed once, and the deal goes out", async () => {
  const host = new FakeHost(first({ status: 401, body: { error: { code: "unauthenticated" } } }));

  expect(response(await runEngine(host))).toMatchObject({ status: "inSync", failure: null });
  expect(host.httpCalls.filter(({ url }) => url.includes("/oauth2/"))).toHaveLength(2);
});

test("a second refusal needs an administrator", async () => {
  const mfa: HttpAnswer = { status: 401, body: { error: { code: "900421", message: "MFA" } } };
  const host = new FakeHost(first(mfa, mfa));

  expect(response(await runEngine(host))).toMatchObject({
    status: "needsAttention",
    failure: { code: "partnerCenter.mfaRequired", owner: "administrator" },
  });
  expect(host.attribute("opportunity", own.audit)).toMatch(/✖ .*multi-factor authentication/);
});

test("throttling is kept for every deal of the process, in seconds or as a date", async () => {
  for (const retryAfter of ["120", "Sun, 22 Nov 2026 21:02:00 GMT"]) {
    const host = new FakeHost(first({ status: 429, headers: { "retry-after": retryAfter } }));
    const throttled = response(await runEngine(host));
    const calls = host.httpCalls.length;
    // Another deal has no such failure on its link; the pause of the process holds for it all the same.
    host.set(tables.link.logicalName, {
      [columns.link.lastAgreedValues]: "",
      createdon: { $t: "dt", v: "2026-11-01T00:00:00.000Z" },
    });
    host.nowMs += 60_000;
    const other = response(await runEngine(host));

    expect([throttled.status, other.status]).toEqual(["queued", "queued"]);
    expect(other.failure?.code).toBe("partnerCenter.throttled");
    expect(host.httpCalls).toHaveLength(calls);
  }
});

test("a failed call is a waiting message, not a lost deal", async () => {
  const host = new FakeHost(first({ status: 500, body: "<html>oops</html>" }));

  expect(response(await runEngine(host))).toMatchObject({ status: "queued", writes: 0 });
  expect(host.row(tables.message.logicalName)?.attributes).toMatchObject({
    [columns.message.state]: { $t: "opt", v: choices.messageState.waiting },
    [columns.message.attempts]: 1,
    [columns.message.failureCode]: "partnerCenter.generalException",
    [columns.message.nextAttemptOn]: {
      $t: "dt",
      v: expect.stringMatching(/^2026-11-22T21:0(0:4[89]|0:5\d|1:[01])/) as string,
    },
  });
  expect(JSON.stringify(host.attribute("opportunity", own.audit))).not.toContain("html");
});

test("an answer that makes no sense leaves the doubt that the referral exists", async () => {
  const host = new FakeHost(first({ status: 200, body: "<html>a proxy</html>" }));

  expect(response(await runEngine(host)).failure?.code).toBe("partnerCenter.unreadable");
});

test("without a sign-in, or without settings, the administrator is asked and nobody is called", async () => {
  const signedOut = new FakeHost(answerPartnerCenter);
  signedOut.set(tables.connection.logicalName, { [columns.connection.refreshToken]: null });
  const unset = new FakeHost(answerPartnerCenter);
  unset.env[environmentVariables.partnerCenterClientId.schemaName] = "";

  expect(response(await runEngine(signedOut)).failure).toMatchObject({ code: "connection.notSignedIn" });
  expect(response(await runEngine(unset)).failure).toMatchObject({
    code: "connection.settingsMissing",
    owner: "administrator",
  });
  expect([...signedOut.httpCalls, ...unset.httpCalls]).toEqual([]);
});

test("an expired sign-in is told by Microsoft Entra's own number", async () => {
  const host = new FakeHost((call) =>
    call.url.includes("/oauth2/")
      ? { status: 400, body: { error: "invalid_grant", error_codes: [700082], error_description: "AADSTS700082: …" } }
      : answerPartnerCenter(call),
  );

  expect(response(await runEngine(host)).failure).toMatchObject({ code: "token.expired", owner: "administrator" });
});

test("a run without time left sends nothing and says so", async () => {
  const host = new FakeHost(answerPartnerCenter);

  expect(response(await runEngine(host, { budgetMs: 12_000 }))).toMatchObject({
    status: "queued",
    failure: { code: "host.outOfTime" },
  });
  expect(host.httpCalls).toEqual([]);
});

test("a patch that is answered without a body still renews the tag", async () => {
  const host = new FakeHost(answerPartnerCenter);
  await runEngine(host);
  host.set("opportunity", { description: "edited" });

  expect(response(await runEngine(host)).status).toBe("inSync");
  expect(host.httpCalls.at(-1)).toMatchObject({ method: "PATCH", headers: { "If-Match": '"tag-1"' } });
  expect(host.attribute(tables.link.logicalName, columns.link.referralETag)).toBe('"tag-2"');
});
