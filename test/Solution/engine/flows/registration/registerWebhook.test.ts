import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import {
  choices,
  columns,
  customApis,
  environmentVariables,
  tables,
} from "../../../../../Solution/engine/domain/schema";
import { neededEvents } from "../../../../../Solution/engine/domain/registration/Registration";
import type { RegistrationAnswer } from "../../../../../Solution/engine/domain/registration/RegistrationAnswer";
import { startOfTime, startSandbox, type RunningSandbox } from "../../../../scripts/tenant/partnerCenter/startSandbox";
import { FakeHost, type HttpAnswer, type HttpCall } from "../../support/FakeHost";
import { runEngine } from "../../support/runEngine";

let sandbox: RunningSandbox;
let host: FakeHost;

const endpoint = "https://prod-01.example.com/workflows/trigger?sig=abc";
const { connection } = columns;

const send = async ({ method, url, headers, body }: HttpCall): Promise<HttpAnswer> => {
  const response = await fetch(url, { method, headers, redirect: "manual", ...(body === undefined ? {} : { body }) });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};

beforeEach(async () => {
  sandbox = await startSandbox();
  host = new FakeHost(send);
  host.nowMs = startOfTime;
  const { client, user, tenantId } = localPartner;
  host.env[environmentVariables.partnerCenterCloudProfile.schemaName] =
    `Local sandbox:${new URL(sandbox.address).port}`;
  host.env[environmentVariables.partnerCenterTenantId.schemaName] = tenantId;
  host.env[environmentVariables.partnerCenterClientId.schemaName] = client.clientId;
  host.secret = client.clientSecret;
  host.set(tables.connection.logicalName, {
    [connection.refreshToken]: sandbox.sandbox.identity.issueRefreshToken(client.clientId, user),
  });
});

afterEach(() => sandbox.stop());

const register = async (
  inputParameters: Record<string, string | boolean>,
  messageName: string = customApis.registerWebhook,
): Promise<RegistrationAnswer> => {
  const answer = await runEngine(host, { messageName, inputParameters });
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as RegistrationAnswer;
};

const held = () => [...sandbox.sandbox.state.webhookRegistrations.values()];
const stored = (column: keyof typeof connection) => host.attribute(tables.connection.logicalName, connection[column]);

/** What somebody else registered before. */
const occupy = () =>
  sandbox.call("POST", "/partnercenter/webhooks/v1/registration", {
    body: { WebhookUrl: "https://other.example.org/hook", WebhookEvents: ["referral-created"] },
  });

test("the first registration asks for every event that is needed, with the signature in a header that flows can read", async () => {
  expect(await register({ Endpoint: endpoint, Overwrite: false })).toMatchObject({ state: "registered", fix: "" });
  expect(held()).toMatchObject([
    { WebhookUrl: endpoint, WebhookEvents: neededEvents, SignatureTokenToMsSignatureHeader: true },
  ]);
  expect(stored("webhookEndpoint")).toBe(endpoint);
  expect(stored("webhookState")).toEqual({ $t: "opt", v: choices.webhookState.registered });
});

test("the same registration again changes nothing", async () => {
  await register({ Endpoint: endpoint, Overwrite: false });
  const before = host.httpCalls.length;
  const again = await register({ Endpoint: endpoint, Overwrite: false });
  expect(again.words).toContain("already");
  expect(host.httpCalls.slice(before).map(({ method }) => method)).not.toContain("PUT");
});

test("what another environment holds is not taken over by accident, and its host is named without its secrets", async () => {
  await occupy();
  const answer = await register({ Endpoint: endpoint, Overwrite: false });
  expect(answer).toMatchObject({ state: "registeredElsewhere", owner: "administrator" });
  expect(answer.words).toContain("other.example.org");
  expect(answer.words).not.toContain("/hook");
  expect(held()).toMatchObject([{ WebhookUrl: "https://other.example.org/hook" }]);
  expect(stored("webhookState")).toEqual({ $t: "opt", v: choices.webhookState.registeredElsewhere });
});

describe("the address that the flow reports", () => {
  const report = (Endpoint: string) => register({ Endpoint }, customApis.reportWebhookAddress);

  test("is registered where nobody else receives the notifications, and again when Power Automate has moved it", async () => {
    expect(await report(endpoint)).toMatchObject({ state: "registered" });
    expect(held()).toMatchObject([{ WebhookUrl: endpoint }]);

    // Power Automate gave all flows other addresses once; Partner Center still names the old one.
    const moved =
      "https://abc.01.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1?sig=x";
    expect(await report(moved)).toMatchObject({ state: "registered" });
    expect(held()).toMatchObject([{ WebhookUrl: moved }]);
  });

  test("leaves another environment what it receives, and is remembered until somebody takes that over", async () => {
    await occupy();
    expect(await report(endpoint)).toMatchObject({ state: "registeredElsewhere" });
    expect(held()).toMatchObject([{ WebhookUrl: "https://other.example.org/hook" }]);

    expect(await register({ Overwrite: true })).toMatchObject({ state: "registered" });
    expect(held()).toMatchObject([{ WebhookUrl: endpoint }]);
  });

  test("has to be one, and none is known before the first", async () => {
    expect(await report("javascript:alert(1)")).toMatchObject({ state: "refused" });
    expect(await register({ Overwrite: true })).toMatchObject({ state: "refused" });
    expect(held()).toEqual([]);
  });
});

test("what another environment holds is taken over on purpose", async () => {
  await occupy();
  expect(await register({ Endpoint: endpoint, Overwrite: true })).toMatchObject({ state: "registered" });
  expect(held()).toMatchObject([{ WebhookUrl: endpoint, WebhookEvents: neededEvents }]);
});

test.each([
  ["a plain address", "http://example.com/hook"],
  ["an address with a user in it", "https://user@example.com/hook"],
  ["no address", "javascript:alert(1)"],
  ["nothing", ""],
  ["an address too long to keep", `https://example.com/${"x".repeat(1000)}`],
])("%s is refused with what to do, and nobody is asked", async (_what, Endpoint) => {
  const answer = await register({ Endpoint, Overwrite: true });
  expect(answer).toMatchObject({ state: "refused", owner: "administrator" });
  expect(answer.fix).toContain("Partner Center to Dynamics 365");
  expect(host.httpCalls).toEqual([]);
});

test("events that Partner Center does not know are named", async () => {
  const answer = await register({ Endpoint: endpoint, Events: "referral-created, referral-exploded", Overwrite: true });
  expect(answer).toMatchObject({ state: "refused" });
  expect(answer.words).toContain("referral-exploded");
});

test("somebody who registers at the same moment is noticed by reading back", async () => {
  const inner = host.http;
  host.http = async (call) => {
    const answer = await inner(call);
    if (call.method === "POST" && call.url.endsWith("/registration"))
      await fetch(`${sandbox.address}/sandbox/registration/takeover`, { method: "POST" });
    return answer;
  };
  expect(await register({ Endpoint: endpoint, Overwrite: false })).toMatchObject({ state: "registeredElsewhere" });
});

test("a user without the role reads what is missing and who can give it", async () => {
  host.http = async (call) =>
    call.url.includes("/registration") ? { status: 403, body: { code: "Forbidden", description: "no" } } : send(call);
  const answer = await register({ Endpoint: endpoint, Overwrite: false });
  expect(answer).toMatchObject({ state: "failed", owner: "administrator" });
  expect(answer.words).not.toContain("Forbidden");
});
