import { columns, environmentVariables, tables } from "../../../Solution/engine/domain/schema";
import { backgroundPart, refuseCall } from "../../../Solution/engine/domain/maintenance/refuseCall";
import type { EngineAnswer } from "../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";

const { link, connection } = columns;

const response = (answer: EngineAnswer): { status: string; failure: { code: string; fix: string } | null } => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string) as ReturnType<typeof response>;
};

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

test("when the day's calls are spent nothing leaves, and the deal goes out after midnight", async () => {
  const host = start("40");
  host.set(tables.connection.logicalName, { [connection.callDay]: "2026-11-22", [connection.callCount]: 40 });

  const spent = response(await runEngine(host));

  expect(spent).toMatchObject({ status: "queued", failure: { code: "budget.spent" } });
  expect(spent.failure?.fix).toMatch(/^Nothing is lost; the connector tries again by itself at 2026-11-23 0\d:\d\dZ\./);
  expect(host.httpCalls.filter(({ url }) => url.includes("/referrals"))).toEqual([]);
  host.nowMs = Date.parse("2026-11-23T01:00:00.000Z");
  expect(response(await runEngine(host)).status).toBe("inSync");
});

test("the budget holds within a process before any row tells of it", async () => {
  const host = start("3");
  await runEngine(host);
  host.set("opportunity", { description: "one more is allowed" });
  expect(response(await runEngine(host)).status).toBe("inSync");
  host.set("opportunity", { description: "and no fourth" });

  expect(response(await runEngine(host)).failure?.code).toBe("budget.spent");
  expect(host.httpCalls.filter(({ url }) => url.includes("/referrals"))).toHaveLength(3);
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

test("sweeps and backfills leave a fifth of the day's calls to sellers and to events", () => {
  const now = "2026-11-22T21:00:00.000Z";
  const limit = 10_000 * backgroundPart;

  expect(refuseCall(limit - 1, 10_000, "background", now)).toBeNull();
  expect(refuseCall(limit, 10_000, "background", now)).toMatchObject({
    code: "budget.spent",
    retryAfterMs: 3 * 3_600_000,
  });
  expect(refuseCall(limit, 10_000, "deals", now)).toBeNull();
  expect(refuseCall(10_000, 10_000, "deals", now)).toMatchObject({ code: "budget.spent" });
});
