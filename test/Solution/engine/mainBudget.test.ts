import { columns, environmentVariables, tables } from "../../../Solution/engine/domain/schema";
import { backgroundPart, refuseCall } from "../../../Solution/engine/domain/maintenance/refuseCall";
import { toChoice, type SyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

const { link, connection } = columns;

const response = (answer: EngineAnswer): { status: string; failure: { code: string; fix: string } | null } => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as ReturnType<typeof response>;
};

/** Follows an edit that nobody waits for. */
const follow = async (host: FakeHost): Promise<string | null> => {
  const request = { messageName: "Update", primaryEntityName: "opportunity", primaryEntityId: opportunityId };
  expect(await runEngine(host, request)).toEqual({});
  return host.attribute(tables.link.logicalName, link.failureCode) as string | null;
};

const standing = (host: FakeHost): Json => host.attribute("opportunity", columns.opportunity.syncStatus);

const isStatus = (status: SyncStatus): Json => ({ $t: "opt", v: toChoice(status) });

const sent = (host: FakeHost): number => host.httpCalls.filter(({ url }) => url.includes("/referrals")).length;

const spend = (host: FakeHost, count: number): void =>
  host.set(tables.connection.logicalName, { [connection.callDay]: "2026-11-22", [connection.callCount]: count });

const start = (budget: string): FakeHost => {
  const host = new FakeHost(answerPartnerCenter);
  host.env[environmentVariables.dailyCallBudget.schemaName] = budget;
  return host;
};

test("the calls of a deal are counted with its link, by the day in UTC", async () => {
  const host = start("10000");
  await runEngine(host);
  expect(host.row(tables.link.logicalName)?.attributes).toMatchObject({
    [link.callDay]: "2026-11-22",
    [link.callCount]: 2,
  });

  host.set("opportunity", { description: "edited" });
  await runEngine(host);
  expect(host.attribute(tables.link.logicalName, link.callCount)).toBe(3);

  host.nowMs += 86_400_000;
  host.set("opportunity", { description: "edited a day later" });
  await runEngine(host);
  expect(host.row(tables.link.logicalName)?.attributes).toMatchObject({
    [link.callDay]: "2026-11-23",
    [link.callCount]: 1,
  });
});

test("when the day's calls are spent an edit waits for midnight, and the deal goes out after it", async () => {
  const host = start("40");
  spend(host, 40);

  expect(await follow(host)).toBe("budget.spent");

  expect(standing(host)).toEqual(isStatus("queued"));
  expect(host.attribute("opportunity", columns.opportunity.audit)).toMatch(/by itself at 2026-11-23 0\d:\d\dZ\./);
  expect(sent(host)).toBe(0);
  host.nowMs = Date.parse("2026-11-23T01:00:00.000Z");
  host.set("opportunity", { description: "edited the next day" });
  expect(await follow(host)).toBeNull();
  expect(standing(host)).toEqual(isStatus("inSync"));
});

test("what a person does by hand is sent, however many calls are spent, and is counted", async () => {
  const host = start("40");
  spend(host, 40);

  expect(response(await runEngine(host))).toMatchObject({ status: "inSync", failure: null });

  expect(host.attribute(tables.link.logicalName, link.callCount)).toBe(2);
});

test("a deal that met the budget goes as soon as somebody tries again, without waiting for midnight", async () => {
  const host = start("40");
  spend(host, 40);
  await follow(host);
  host.nowMs += 11_000;

  expect(response(await runEngine(host))).toMatchObject({ status: "inSync", failure: null });
});

test("a raised budget lets go what met the old one, with the next edit or the next maintenance", async () => {
  const host = start("40");
  spend(host, 40);
  await follow(host);

  host.nowMs += 61_000;
  host.env[environmentVariables.dailyCallBudget.schemaName] = "10000";
  host.set("opportunity", { description: "edited after it was raised" });

  expect(await follow(host)).toBeNull();
  expect(standing(host)).toEqual(isStatus("inSync"));
});

test("the budget holds within a process before any row tells of it", async () => {
  const host = start("3");
  await runEngine(host);
  host.set("opportunity", { description: "one more is allowed" });
  expect(response(await runEngine(host)).status).toBe("inSync");
  host.set("opportunity", { description: "and no fourth" });

  expect(await follow(host)).toBe("budget.spent");
  expect(sent(host)).toBe(3);
});

test("a process forgets no call that no row tells of yet when it sums up the rows anew", async () => {
  const host = start("3");
  await runEngine(host);
  host.set(tables.link.logicalName, { [link.callDay]: "2026-11-22", [link.callCount]: 0 });
  host.nowMs += 61_000;
  host.set("opportunity", { description: "one more is allowed" });
  expect(await follow(host)).toBeNull();
  host.set("opportunity", { description: "and no fourth" });

  expect(await follow(host)).toBe("budget.spent");
});

test("a run that waits for a token does not call once others have made the day's last call", async () => {
  const host = new FakeHost(async (call) => {
    const spent = { key: "calls 2026-11-22", value: JSON.stringify({ count: 3, until: "2026-11-22T21:01:00.000Z" }) };
    if (call.url.includes("/oauth2/"))
      await host.call("memo.put", JSON.stringify({ ...spent, expiresOn: "2026-11-23T21:00:00.000Z" }));
    return answerPartnerCenter(call);
  });
  host.env[environmentVariables.dailyCallBudget.schemaName] = "3";

  expect(await follow(host)).toBe("budget.spent");
  expect(sent(host)).toBe(0);
});

test("the rows are summed up once a minute, not at every call", async () => {
  const host = start("10000");
  for (let edit = 0; edit < 5; edit += 1) {
    host.set("opportunity", { description: `edit ${edit}` });
    await runEngine(host);
  }
  const sums = (): number =>
    host.calls.filter(({ op, args }) => op === "org.fetch" && String(args["fetchXml"]).includes("aggregate")).length;
  expect(sums()).toBe(1);

  host.nowMs += 61_000;
  host.set("opportunity", { description: "a minute later" });
  await runEngine(host);
  expect(sums()).toBe(2);
});

test("sweeps and backfills leave a fifth of the day's calls to edits and to events", () => {
  const now = "2026-11-22T21:00:00.000Z";
  const limit = 10_000 * backgroundPart;

  expect(refuseCall(limit - 1, 10_000, "background", now)).toBeNull();
  expect(refuseCall(limit, 10_000, "background", now)).toMatchObject({
    code: "budget.spent",
    retryAfterMs: 3 * 3_600_000,
  });
  expect(refuseCall(limit, 10_000, "records", now)).toBeNull();
  expect(refuseCall(10_000, 10_000, "records", now)).toMatchObject({ code: "budget.spent" });
  expect(refuseCall(10_000, 10_000, "people", now)).toBeNull();
});
