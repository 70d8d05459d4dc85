import { localPartner } from "../../../scripts/tenant/partnerCenter/localPartner";
import { choices, columns, environmentVariables, tables } from "../../../Solution/engine/domain/schema";
import { printInstant } from "../../../Solution/engine/domain/values/instant";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { startOfTime, startSandbox, type RunningSandbox } from "../../scripts/tenant/partnerCenter/startSandbox";
import { FakeHost, type HttpAnswer, type HttpCall } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

/* The engine's own HTTP against the sandbox, which is written from the documentation by other hands. */

let sandbox: RunningSandbox;
let host: FakeHost;

const own = columns.opportunity;

const send = async ({ method, url, headers, body }: HttpCall): Promise<HttpAnswer> => {
  const response = await fetch(url, { method, headers, redirect: "manual", ...(body === undefined ? {} : { body }) });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};

beforeEach(async () => {
  sandbox = await startSandbox();
  host = new FakeHost(send);
  host.nowMs = startOfTime;
  const { client, user, tenantId } = localPartner;
  const port = new URL(sandbox.address).port;
  host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = `Local sandbox:${port}`;
  host.env[environmentVariables.partnerCenterTenantId.schemaName] = tenantId;
  host.env[environmentVariables.partnerCenterClientId.schemaName] = client.clientId;
  host.secret = client.clientSecret;
  host.set(tables.connection.logicalName, {
    [columns.connection.refreshToken]: sandbox.sandbox.identity.issueRefreshToken(client.clientId, user),
  });
  host.set("opportunity", {
    createdon: { $t: "dt", v: printInstant(startOfTime - 3_600_000) },
    estimatedclosedate: { $t: "dt", v: "2026-06-30T00:00:00.000Z" },
  });
  host.set(tables.partnerCenterSolution.logicalName, {
    [columns.partnerCenterSolution.solutionId]: "SOL-10001-CFS",
  });
});

afterEach(() => sandbox.stop());

const response = (answer: EngineAnswer): { status: string; failure: { code: string } | null } => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as ReturnType<typeof response>;
};

const sync = async (): Promise<ReturnType<typeof response>> => response(await runEngine(host));

const referrals = async (): Promise<Record<string, unknown>[]> => {
  const { body } = await sandbox.call("GET", "/partner/v1.0/engagements/referrals");
  return body.value;
};

const askForHelp = (): void =>
  host.set("opportunity", {
    [own.howCanMicrosoftHelp]: { $t: "opt", v: choices.howCanMicrosoftHelp.proofOfConceptDemo },
    [own.referralVisibility]: { $t: "opt", v: choices.referralVisibility.visible },
  });

test("a private deal is taken as it is sent", async () => {
  const { status, failure } = await sync();

  expect([status, failure]).toEqual(["inSync", null]);
  expect(await referrals()).toMatchObject([
    { externalReferenceId: opportunityId, type: "Independent", status: "Active", substatus: "Accepted" },
  ]);
});

test("the referral link leads to the sandbox's own page of it", async () => {
  await sync();

  const page = await fetch(host.attribute("opportunity", own.referralLink) as string);

  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Fabrikam ERP rollout");
});

test("a co-sell deal invites Microsoft into its engagement", async () => {
  askForHelp();

  const { status } = await sync();

  expect(status).toBe("waitingOnMicrosoft");
  const engagements = (await referrals()).map(({ engagementId }) => engagementId);
  expect(engagements).toHaveLength(2);
  expect(new Set(engagements).size).toBe(1);
});

test("an edit is patched, and the tag of the answer is good for the next edit", async () => {
  await sync();
  for (const value of ["60000", "70000.25"]) {
    host.set("opportunity", { estimatedvalue: { $t: "money", v: value }, description: `worth ${value}` });
    expect((await sync()).status).toBe("inSync");
  }

  const [referral] = await referrals();
  expect(referral).toMatchObject({ details: { dealValue: 70000.25, notes: "worth 70000.25" } });
  expect(host.httpCalls.filter(({ method }) => method === "PATCH")).toHaveLength(2);
  expect(host.httpCalls.filter(({ method }) => method === "GET")).toHaveLength(1);
});

test("a private deal becomes a co-sell deal", async () => {
  await sync();
  askForHelp();

  expect((await sync()).status).toBe("waitingOnMicrosoft");
  expect(await referrals()).toHaveLength(2);
});

test("somebody's edit there is noticed by the tag, and taken over", async () => {
  await sync();
  const id = host.attribute("opportunity", own.referralIdentifier) as string;
  await sandbox.call("PATCH", `/partner/v1.0/engagements/referrals/${id}`, {
    body: [{ op: "replace", path: "/details/notes", value: "typed there" }],
  });
  host.set("opportunity", { estimatedvalue: { $t: "money", v: "1" } });

  expect((await sync()).status).toBe("inSync");
  expect(host.attribute("opportunity", "description")).toBe("typed there");
  expect((await referrals())[0]).toMatchObject({ details: { dealValue: 1, notes: "typed there" } });
});

test("a referral that an unanswered POST made is found again", async () => {
  let isSilent = true;
  host.http = async (call) => {
    const answer = await send(call);
    const isReferral = call.method === "POST" && call.url.endsWith("/referrals");
    if (!isReferral || !isSilent) return answer;
    isSilent = false;
    return { refused: "http.timeout" };
  };

  const silent = await sync();
  host.nowMs += 60_000;
  const found = await sync();

  expect([silent.status, found.status]).toEqual(["queued", "inSync"]);
  expect(await referrals()).toHaveLength(1);
});

test("an unknown solution is refused in words for the seller", async () => {
  host.set(tables.partnerCenterSolution.logicalName, { [columns.partnerCenterSolution.solutionId]: "SOL-1-NONE" });

  expect(await sync()).toMatchObject({
    status: "needsAttention",
    failure: { code: "partnerCenter.invalidRequest", owner: "seller" },
  });
});

test("an access token that has expired meanwhile is renewed, and the deal goes out", async () => {
  await sync();
  sandbox.time.nowMs += 2 * 3_600_000;
  host.set("opportunity", { description: "two hours later" });

  expect((await sync()).status).toBe("inSync");
  expect(host.httpCalls.filter(({ url }) => url.includes("/oauth2/"))).toHaveLength(2);
});
