import { choices, columns, environmentVariables } from "../../../Solution/engine/domain/schema";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";

const own = columns.opportunity;

const response = (answer: EngineAnswer): Record<string, unknown> => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as Record<string, unknown>;
};

test("value, currency and country come from the columns that the settings name", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.env[environmentVariables.dealValueFieldName.schemaName] = "new_DealValue";
  host.env[environmentVariables.dealValueCurrencyField.schemaName] = "new_currency";
  host.env[environmentVariables.countryCodeFieldName.schemaName] = "new_country";
  host.set("opportunity", { new_dealvalue: { $t: "dec", v: "1234.50" }, new_currency: "usd" });
  host.set("account", { new_country: "us" });

  await runEngine(host);

  expect(JSON.parse(host.httpCalls.at(-1)?.body ?? "")).toMatchObject({
    details: { dealValue: 1234.5, currency: "USD" },
    customerProfile: { address: { country: "US" } },
  });
});

test("the kill switch holds at once, though other settings are remembered for a minute", async () => {
  const host = new FakeHost(answerPartnerCenter);
  await runEngine(host);
  const calls = host.httpCalls.length;

  host.env[environmentVariables.outboundEnabled.schemaName] = "no";
  host.set("opportunity", { description: "edited" });
  const paused = response(await runEngine(host));

  expect(paused["status"]).toBe("queued");
  expect(paused["findings"]).toContainEqual(expect.objectContaining({ code: "outboundPaused", severity: "warning" }));
  expect(host.httpCalls).toHaveLength(calls);
});

test("a switch that nobody understands stays as it is delivered, and the deal says so", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.env[environmentVariables.outboundEnabled.schemaName] = "maybe";

  const sent = response(await runEngine(host));

  expect(sent["status"]).toBe("inSync");
  const words = "Outbound enabled is “maybe”, which means nothing here; yes is used instead.";
  expect(sent["findings"]).toContainEqual(expect.objectContaining({ code: "settingsWrong", words }));
});

test("a setting that names no column is the administrator's to correct", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.refuse = (op) => (op === "org.fetch" ? { code: "0x80041103", message: "no attribute" } : null);

  expect(await runEngine(host)).toMatchObject({ error: { code: "dataverse.columnUnknown" } });
});

test("an owner whom this user may not see is not taken off a shared referral", async () => {
  const host = new FakeHost(answerPartnerCenter);
  await runEngine(host);
  host.nowMs += 3_600_000;
  host.refuse = (op, table) =>
    op === "org.retrieve" && table === "systemuser" ? { code: "0x80040220", message: "hidden" } : null;
  host.set("opportunity", { description: "edited" });

  await runEngine(host);

  const patch = JSON.parse(host.httpCalls.at(-1)?.body ?? "") as { path: string }[];
  expect(patch.map(({ path }) => path)).toEqual(["/details/notes"]);
});

test("a preview shows the exact writes and makes none, even while sync is off", async () => {
  const host = new FakeHost(answerPartnerCenter);
  host.set("opportunity", {
    [own.syncWithPartnerCenter]: false,
    [own.howCanMicrosoftHelp]: { $t: "opt", v: choices.howCanMicrosoftHelp.generalOrOther },
    [own.referralVisibility]: { $t: "opt", v: choices.referralVisibility.visible },
  });
  const before = JSON.stringify(host.rows);

  const preview = response(await runEngine(host, { messageName: "cosell_PreviewSync" }));
  const afterPreview = JSON.stringify(host.rows);
  host.set("opportunity", { [own.syncWithPartnerCenter]: true });
  await runEngine(host);

  expect(preview).toMatchObject({ status: "ready", findings: [], failure: null });
  expect(afterPreview).toBe(before);
  const sent = host.httpCalls.filter(({ method, url }) => method === "POST" && url.endsWith("/referrals"));
  const [own1, invitation] = sent.map(({ body }) => JSON.parse(body ?? "") as Record<string, unknown>);
  const { engagementId: _later, ...invitationBefore } = invitation ?? {};
  expect(_later).toBeDefined();
  expect(preview["writes"]).toEqual([
    { method: "POST", path: "/referrals", body: own1 },
    { method: "POST", path: "/referrals", body: invitationBefore },
  ]);
});
