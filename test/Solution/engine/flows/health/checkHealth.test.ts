import { healthTitles, type HealthCheck } from "../../../../../Solution/engine/domain/health/HealthCheck";
import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { choices, customApis, environmentVariables, tables } from "../../../../../Solution/engine/domain/schema";
import { addMs, printInstant } from "../../../../../Solution/engine/domain/values/instant";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import { aliased, SignInWorld } from "../signIn/SignInWorld";

const hourMs = 3_600_000;
const connectionTable = tables.connection.logicalName;

interface Health {
  state: string;
  checkedOn: string;
  checks: HealthCheck[];
}

let world: SignInWorld;

beforeEach(async () => {
  world = new SignInWorld();
  await world.signIn();
  await world.ask(customApis.registerWebhook, { Endpoint: "https://flows.example/hook", Overwrite: false });
  note({ cosell_lasteventon: -hourMs, cosell_lastsweepon: -60_000, createdon: -24 * hourMs });
});

const at = (ms: number) => ({ $t: "dt", v: addMs(printInstant(world.host.nowMs), ms) });
/** Moments of the connection, by how far they are from now. */
const note = (moments: Record<string, number>): void =>
  world.host.set(connectionTable, Object.fromEntries(Object.entries(moments).map(([name, ms]) => [name, at(ms)])));
const check = () => world.ask<Health>(customApis.checkHealth, {});
const line = async (name: keyof typeof healthTitles): Promise<HealthCheck> => {
  const found = (await check()).checks.find((one) => one.name === name);
  if (!found) throw new Error(`no line ${name}`);
  return found;
};

test("a connector in health has a line for everything, and nothing to do", async () => {
  const health = await check();

  expect(health.checks.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(health.state).toBe("ok");
  expect(health.checkedOn).toBe(printInstant(world.host.nowMs));
  expect(health.checks.map(({ name }) => name)).toEqual(Object.keys(healthTitles));
  expect(health.checks.every(({ words, fix, owner }) => words !== "" && fix === "" && owner === "nobody")).toBe(true);
});

test("every line that is not in health says what to do and who does it", async () => {
  const { host } = world;
  world.messages = [{ state: aliased({ $t: "opt", v: choices.messageState.parked }), number: aliased(3) }];
  world.solutions = 0;
  host.env[environmentVariables.inboundEnabled.schemaName] = "no";
  host.env[environmentVariables.dailyCallBudget.schemaName] = "1";
  await world.connect("disconnect");

  const { checks, state } = await check();

  expect(state).toBe("problem");
  for (const { words, fix, owner, name } of checks.filter((one) => one.state !== "ok")) {
    expect(words).toMatch(/\.$/);
    expect({ name, fix: words.startsWith("Not tried") || fix.endsWith(".") }).toEqual({ name, fix: true });
    expect(owner === "nobody").toBe(words.startsWith("Not tried"));
  }
});

test("missing settings are the cause, and what follows from them is not tried", async () => {
  world.host.env[environmentVariables.partnerCenterTenantId.schemaName] = "";
  world.host.httpCalls.length = 0;
  const { checks } = await check();

  expect(checks.filter(({ state }) => state === "problem").map(({ name }) => name)).toEqual(["settings"]);
  expect(checks.find(({ name }) => name === "referrals")?.words).toBe("Not tried: see Settings.");
  expect(world.host.httpCalls).toEqual([]);
});

test.each([
  [environmentVariables.conflictPolicy, "nonsense", "ask is used instead"],
  [environmentVariables.dailyCallBudget, "-5", "10000 is used instead"],
  [environmentVariables.outboundEnabled, "maybe", "yes is used instead"],
  [environmentVariables.accountMatch, "name and postal code, shoe size", "shoe size is left out"],
  [environmentVariables.accountNotFound, "perhaps", "create is used instead"],
  [environmentVariables.displayCheckMark, "2", "yes is used instead"],
])("a setting that means nothing is named with its value and with what counts: %o", async (variable, value, used) => {
  world.host.env[variable.schemaName] = value;

  expect(await line("settings")).toMatchObject({
    state: "warning",
    words: `${variable.displayName} is “${value}”, which means nothing here; ${used}.`,
    owner: "administrator",
  });
  expect(await line("referrals")).toMatchObject({ state: "ok" });
});

test("an unknown cloud is refused rather than replaced, and named", async () => {
  world.host.env[environmentVariables.partnerCenterCloudProfile.schemaName] = "Comercial";

  const { state, words } = await line("settings");

  expect(state).toBe("problem");
  expect(words).toContain("Partner Center cloud profile is “Comercial”");
});

test("a Customize API that does not exist is a problem", async () => {
  expect(await line("customize")).toMatchObject({ state: "ok" });
  world.host.env[environmentVariables.customizeApi.schemaName] = "new_Customise";
  const { query } = world.host;
  const found = { $t: "entity" as const, table: "customapi", attributes: {} };
  world.host.query = (fetchXml) => (fetchXml.includes("customapi") ? [] : query(fetchXml));

  expect(await line("customize")).toMatchObject({ state: "problem", owner: "administrator" });
  world.host.query = (fetchXml) => (fetchXml.includes("new_Customise") ? [found] : query(fetchXml));
  expect(await line("customize")).toMatchObject({ state: "ok" });
});

test.each([
  ["unreadable", "", "connection.settingsMissing"],
  ["wrong", "another-secret", "token.secretWrong"],
])("a secret that is %s is told", async (_what, secret) => {
  world.host.secret = secret;
  const { checks } = await check();

  const [first] = checks.filter(({ state }) => state === "problem");
  expect(first?.fix).toContain("client secret");
});

test("where the secret is read from is told", async () => {
  expect((await line("secret")).words).toBe("The client secret is read from Azure Key Vault.");
  world.host.set(connectionTable, { cosell_clientsecret: localPartner.client.clientSecret });
  world.host.secret = "";

  expect(await line("secret")).toMatchObject({
    state: "ok",
    words: expect.stringContaining("read from the connection, not from Azure Key Vault") as string,
  });
});

test("the days until the sign-in expires are told before it does", async () => {
  const expire = (ms: number): void => note({ cosell_refreshtokenexpireson: ms });

  expect((await line("signIn")).words).toContain("expires in 90 days if nothing uses it");
  // A check renews the token, so each look has to be set up anew.
  expire(5.5 * 24 * hourMs);
  expect(await line("signIn")).toMatchObject({
    state: "warning",
    words: expect.stringContaining("expires in 5 days.") as string,
    fix: "Sign the connector in again before.",
  });
  expire(hourMs);
  expect((await line("signIn")).words).toContain("expires today.");
  expire(-hourMs);
  expect(await line("signIn")).toMatchObject({ state: "problem", owner: "administrator" });
});

test("a revoked sign-in is told by both tokens", async () => {
  await world.direct.call("DELETE", "/sandbox/refresh-tokens");
  const { checks } = await check();

  expect(checks.filter(({ state }) => state === "problem").map(({ name }) => name)).toEqual([
    "referralsToken",
    "webhooksToken",
  ]);
});

test("a user without the role reads no referrals", async () => {
  await world.direct.call("PUT", "/sandbox/people", { name: world.stored("signedInAs"), roles: ["adminAgent"] });

  expect(await line("referrals")).toMatchObject({
    state: "problem",
    fix: "Give that user the role Referrals admin in Partner Center.",
  });
});

test("a missing second factor is told where Partner Center reports it, and where it refuses", async () => {
  const { http } = world.host;
  world.host.http = async (call) => {
    const answer = await http(call);
    const isProbe = call.headers["ValidateMfa"] === "true" && "status" in answer;
    return isProbe ? { ...answer, headers: { ...answer.headers, ismfacompliant: "false" } } : answer;
  };
  expect(await line("secondFactor")).toMatchObject({ state: "problem", owner: "administrator" });

  world.host.http = (call) =>
    call.headers["ValidateMfa"] === "true" ? { status: 401, body: { error: { code: "900421" } } } : http(call);
  const { checks } = await check();
  const problems = checks.filter(({ state }) => state === "problem");
  expect(problems.map(({ name }) => name)).toEqual(["referrals", "secondFactor"]);
  expect(problems[0]?.words).toContain("multi-factor authentication");
});

test("silence is worth a look only where notifications are registered", async () => {
  world.host.set(connectionTable, { cosell_lasteventon: null });
  expect((await line("lastEvent")).state).toBe("warning");
  note({ cosell_lasteventon: -15 * 24 * hourMs });
  expect(await line("lastEvent")).toMatchObject({
    state: "warning",
    words: "The last notification arrived 15 days ago.",
  });
  await world.direct.call("POST", "/sandbox/registration/takeover", {});
  expect((await line("lastEvent")).state).toBe("ok");
});

test("maintenance whose runs fail or are killed is told, though the last sweep is not old", async () => {
  const ranOn = printInstant(world.host.nowMs - 20 * 60_000);
  world.host.set(connectionTable, { cosell_maintenancememory: JSON.stringify({ ranOn }) });

  expect(await line("maintenance")).toMatchObject({
    state: "problem",
    words: "The last run of maintenance that came to its end was 20 minutes ago.",
    fix: expect.stringContaining("the answer of the failed action says why") as string,
  });
});

test("maintenance that stands still is told, unless it rests on purpose", async () => {
  note({ cosell_lastsweepon: -2 * hourMs });
  expect(await line("maintenance")).toMatchObject({ state: "warning", words: "Partner Center was swept 2 hours ago." });
  note({ cosell_lastsweepon: -25 * hourMs });
  expect((await line("maintenance")).state).toBe("problem");
  world.host.set(connectionTable, { cosell_lastsweepon: null });
  expect((await line("maintenance")).fix).toContain("Co-sell maintenance");
  world.host.env[environmentVariables.inboundEnabled.schemaName] = "no";
  expect((await line("maintenance")).state).toBe("ok");
  expect((await line("switches")).state).toBe("warning");
});

test("waiting and parked messages are counted by whom they wait for, late ones are a problem", async () => {
  const waiting = (ms: number): JsonObject => ({
    state: aliased({ $t: "opt", v: choices.messageState.waiting }),
    number: aliased(2),
    first: aliased(at(ms)),
  });
  const parked = (owner: keyof typeof choices.failureOwner, number: number): JsonObject => ({
    state: aliased({ $t: "opt", v: choices.messageState.parked }),
    owner: aliased({ $t: "opt", v: choices.failureOwner[owner] }),
    number: aliased(number),
  });

  world.messages = [waiting(60_000)];
  expect(await line("messages")).toMatchObject({ state: "ok", words: "Waiting to be tried again: 2 changes." });
  world.messages = [waiting(60_000), parked("seller", 1), parked("administrator", 4)];
  expect(await line("messages")).toMatchObject({
    state: "warning",
    words: "Waiting to be tried again: 2 changes. 5 changes stopped and wait: 1 for a seller, 4 for an administrator.",
  });
  world.messages = [waiting(-hourMs)];
  expect(await line("messages")).toMatchObject({
    state: "problem",
    words: "Waiting to be tried again: 2 changes. The first was due 1 hour ago.",
  });
});

describe("system jobs of the connector that did not come to their end", () => {
  const job = (statuscode: number, friendlymessage: string | null): JsonObject => ({
    statuscode: { $t: "opt", v: statuscode },
    friendlymessage,
  });
  const look = "Open System Jobs in the settings of the environment: each says why.";

  test.each<[what: string, jobs: JsonObject[], line: Partial<HealthCheck>]>([
    ["none", [], { state: "ok", words: "No system job of the connector failed in the last 24 hours.", fix: "" }],
    [
      "failed ones, and one that is tried again",
      [job(31, "The script is missing."), job(31, null), job(10, "Busy.")],
      {
        state: "warning",
        owner: "administrator",
        words:
          "System jobs of the connector in the last 24 hours: 2 failed, 1 waiting for another try. The script is missing.",
        fix: `${look} Maintenance does most of what they left undone.`,
      },
    ],
    [
      "one that nobody begins",
      [job(0, null)],
      {
        state: "problem",
        owner: "administrator",
        words: "System jobs of the connector in the last 24 hours: 1 not begun for ten minutes.",
        fix: `Turn on background operations of the environment. ${look}`,
      },
    ],
    [
      "more than are read",
      Array.from({ length: 500 }, () => job(31, null)),
      { words: expect.stringContaining("in the last 24 hours, the newest: 500 failed.") as string },
    ],
  ])("%s", async (_what, jobs, expected) => {
    world.jobs = jobs;
    expect(await line("jobs")).toMatchObject(expected);
  });

  test("they are asked for in the name of whoever asks, who may lack the right", async () => {
    world.host.refuse = (op, table) =>
      op === "org.fetch" && table === "asyncoperation" ? { code: "0x80040220", message: "no prvRead" } : null;

    expect(await line("jobs")).toMatchObject({ state: "problem", owner: "administrator" });
    expect(world.host.calls.find(({ args }) => JSON.stringify(args).includes("asyncoperation"))?.args).toMatchObject({
      as: "user",
    });
  });
});

test("a custom field name that does not exist is named", async () => {
  world.host.env[environmentVariables.dealValueFieldName.schemaName] = "new_worth";
  world.host.refuse = (op, table) => {
    const { args } = world.host.calls.at(-1) ?? { args: {} };
    const isUnknown = op === "org.fetch" && table === "opportunity" && JSON.stringify(args).includes("new_worth");
    return isUnknown ? { code: "0x80041103", message: "no such attribute" } : null;
  };

  expect(await line("columns")).toMatchObject({
    state: "problem",
    words:
      "Not in Dynamics 365: new_worth, which the environment variable “Deal value field name in Dynamics 365” names.",
  });
});

test("rows that cannot be counted are a line, not the end of the check", async () => {
  world.host.refuse = (op, table) =>
    op === "org.fetch" && table === tables.message.logicalName ? { code: "0x8004e023", message: "too many" } : null;

  const { checks } = await check();
  expect(checks).toHaveLength(Object.keys(healthTitles).length);
  expect(checks.find(({ name }) => name === "messages")?.state).toBe("problem");
});

test("settings that cannot be read are the one line that counts", async () => {
  world.host.forgetMemory();
  world.host.refuse = (op, table) =>
    op === "org.fetch" && table === tables.fieldMapping.logicalName ? { code: "0x80072322", message: "busy" } : null;

  expect((await check()).checks).toMatchObject([{ name: "settings", state: "problem" }]);
});
