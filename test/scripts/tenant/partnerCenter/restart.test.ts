import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { openNotificationSigner } from "../../../../scripts/tenant/partnerCenter/certificates/openNotificationSigner";
import { localPartner } from "../../../../scripts/tenant/partnerCenter/localPartner";
import { openJournal } from "../../../../scripts/tenant/partnerCenter/store/openJournal";
import { privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startOfTime, startSandbox } from "./startSandbox";
import { register } from "./webhookSamples";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a restart keeps referrals, registration, sign-ins and access tokens", async () => {
  const first = await startSandbox({ folder, ids: randomUUID });
  const created = await first.call("POST", referrals, { body: privateDeal() });
  const body = { WebhookUrl: "https://flow.example/", WebhookEvents: ["referral-created"] };
  await first.call("POST", "/partnercenter/webhooks/v1/registration", { body });
  const accessToken = first.token();
  const refreshToken = first.sandbox.identity.issueRefreshToken(localPartner.client.clientId, localPartner.user);
  await first.stop();

  const second = await startSandbox({ folder, ids: randomUUID });
  const headers = { authorization: `Bearer ${accessToken}` };
  const read = await second.call("GET", `${referrals}/${created.body.id}`, { headers });
  const registration = await second.call("GET", "/partnercenter/webhooks/v1/registration");
  const renewed = second.sandbox.identity.answerTokenRequest({
    tenant: localPartner.tenantId,
    form: new URLSearchParams({
      grant_type: "refresh_token",
      client_id: localPartner.client.clientId,
      client_secret: localPartner.client.clientSecret,
      refresh_token: refreshToken,
      scope: "https://api.partner.microsoft.com/.default",
    }),
  });
  await second.stop();

  expect({ ...read.body, links: null }).toEqual({ ...created.body, links: null });
  expect(registration.body["WebhookUrl"]).toBe("https://flow.example/");
  expect(renewed.status).toBe(200);
});

test("a reset is remembered too", async () => {
  const first = await startSandbox({ folder, ids: randomUUID });
  await first.call("POST", referrals, { body: privateDeal() });
  await first.call("POST", "/sandbox/reset");
  await first.stop();

  const second = await startSandbox({ folder, ids: randomUUID });
  const list = await second.call("GET", referrals);
  await second.stop();

  expect(list.body.value).toEqual([]);
});

test("a line cut short by a crash is dropped, and the file is whole again", () => {
  const file = join(folder, "rows.jsonl");
  const rows = openJournal<number>(file);
  rows.set("a", 1);
  rows.set("b", 2);
  rows.set("a", 3);
  rows.delete("b");
  appendFileSync(file, '{"key":"c","ro');

  const reopened = openJournal<number>(file);
  reopened.set("d", 4);

  expect([...openJournal<number>(file).values()]).toEqual([3, 4]);
  expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(2);
});

test("what waits is sent after a restart, once, in the time that went on", async () => {
  const first = await startSandbox({ folder, ids: randomUUID, post: async () => ({ kind: "answered", status: 500 }) });
  await register(first);
  await first.call("POST", referrals, { body: privateDeal() });
  await first.sandbox.runDue();
  await first.call("POST", "/sandbox/clock", { body: { advanceMs: 3_600_000 } });
  await first.stop();

  const second = await startSandbox({ folder, ids: randomUUID });
  const tries = await second.sandbox.runDue();
  await second.stop();

  expect(second.sandbox.state.clock()).toBe(startOfTime + 3_600_000);
  expect([tries, second.sent.length]).toEqual([1, 1]);
  expect(second.sandbox.state.deliveries.all()).toMatchObject([{ state: "delivered", attempts: [{}, {}] }]);
});

test("the certificate stays the same, so that what a receiver remembers stays right", () => {
  const file = join(folder, "keys.jsonl");
  const [first, second] = [openNotificationSigner(openJournal(file)), openNotificationSigner(openJournal(file))];
  const other = openNotificationSigner(new Map());

  expect(second.certificate).toEqual(first.certificate);
  expect(second.sign("x")).toBe(first.sign("x"));
  expect(other.certificate).not.toEqual(first.certificate);
});
