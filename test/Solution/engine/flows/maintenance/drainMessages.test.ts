import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { toMessageKey } from "../../../../../Solution/engine/domain/maintenance/Message";
import { addMs, msBetween } from "../../../../../Solution/engine/domain/values/instant";
import { replayDeal, replayMessage } from "../../../../../Solution/engine/flows/maintenance/replayWork";
import { trouble } from "../../support/FakePartnerCenter";
import { Site } from "./Site";
import type { World } from "../../support/World";

const sampleSolution = ([first]: World["opportunity"]["solutions"]): World["opportunity"]["solutions"][number] => {
  if (first === undefined) throw new Error("the sample has no solution");
  return first;
};

const dayMs = 86_400_000;

test("a deal that met an outage goes out by itself, when its time has come and not before", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
  await site.save();
  const { nextAttemptOn } = site.message();
  const calls = site.world.partnerCenter.calls.length;

  site.world.now = addMs(nextAttemptOn ?? "", -1);
  await site.maintain("messages");
  expect(site.world.partnerCenter.calls).toHaveLength(calls);

  site.world.now = nextAttemptOn ?? "";
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 1, failed: 0, isFinished: true });
  expect(site.world.partnerCenter.owned("contoso")).toHaveLength(1);
  expect(site.message()).toMatchObject({ state: "done", failureCode: null });
  expect(site.world.rows.record.status).toBe("inSync");
});

test("what met the day's budget goes as soon as the budget lets it, not at midnight", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [
    null,
    { failure: toFailure("budget.spent", "40 of 40", 3 * 3_600_000), isCarriedOut: false },
  ];
  await site.save("step");
  expect(site.message()).toMatchObject({ state: "waiting", failureCode: "budget.spent" });
  expect(msBetween(site.world.now, site.message().nextAttemptOn ?? "")).toBeGreaterThanOrEqual(3 * 3_600_000);

  site.world.pass(60_000);
  site.budget = toFailure("budget.spent", "40 of 40", 3 * 3_600_000);
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 0 });
  site.budget = null;
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 1, failed: 0 });

  expect(site.world.rows.record.status).toBe("inSync");
});

test("what a wrong setting had parked goes on when it is corrected, once for each change of settings", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("connection.profileUnknown")];
  await site.save("step");
  expect(site.message()).toMatchObject({ state: "parked", failureCode: "connection.profileUnknown" });
  site.world.partnerCenter.troubles = [trouble("connection.profileUnknown")];
  await site.maintain("messages");
  site.world.pass(60_000);
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 0 });
  expect(site.message().state).toBe("parked");

  site.world.settings = { ...site.world.settings, inboundOwner: "somebody@contoso.example" };
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 1, failed: 0 });

  expect(site.message().state).toBe("done");
  expect(site.world.rows.record.status).toBe("inSync");
});

test("an outage of days is tried again ever more slowly, then waits for the administrator by name", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = Array.from({ length: 100 }, () => trouble("http.network"));
  await site.save();
  let tries = 1;
  for (; site.message().state === "waiting" && tries < 20; tries += 1) {
    site.world.now = site.message().nextAttemptOn ?? "";
    await site.maintain("messages");
  }

  expect(tries).toBe(13);
  expect(site.message()).toMatchObject({ state: "parked", attempts: 13, failureCode: "http.network" });
  expect(site.world.rows.record.status).toBe("needsAttention");
  site.world.partnerCenter.troubles = [];
  site.world.pass(30 * dayMs);
  await site.maintain("messages");
  expect(site.message().state).toBe("parked");

  expect(await replayMessage(site.run(), site.message())).toMatchObject({ result: "done", failure: null });
  expect(site.world.partnerCenter.owned("contoso")).toHaveLength(1);
});

test("two runs at the same messages send nothing twice", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
  await site.save();
  site.world.pass(dayMs);

  const message = site.message();
  const results = await Promise.all([replayMessage(site.run(), message), replayMessage(site.run(), message)]);

  expect(results.map(({ result }) => result).sort()).toEqual(["busy", "done"]);
  expect(site.world.partnerCenter.owned("contoso")).toHaveLength(1);
});

test("a message that somebody's own save has overtaken costs no call", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
  await site.save();
  const waiting = site.message();
  site.world.pass(60_000);
  await site.save();
  expect(site.message().state).toBe("done");
  // The save could not tell the message, so it waits still.
  site.maintenance.messages.set(toMessageKey(waiting.subject), { ...waiting, rowVersion: "9" });
  const calls = site.world.partnerCenter.calls.length;

  site.world.pass(dayMs);
  await site.maintain("messages");

  expect(site.world.partnerCenter.calls).toHaveLength(calls);
  expect(site.message().state).toBe("done");
});

test("while sending is switched off nothing leaves, and afterwards what waited goes untouched by anybody", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [null, trouble("partnerCenter.serviceNotAvailable")];
  await site.save();
  site.world.settings = { ...site.world.settings, outboundEnabled: false };
  const calls = site.world.partnerCenter.calls.length;
  site.world.pass(dayMs);
  await site.maintain("messages", "links", "edits");
  expect(await replayMessage(site.run(), site.message())).toMatchObject({ result: "switchedOff" });
  expect(site.world.partnerCenter.calls).toHaveLength(calls);

  site.world.settings = { ...site.world.settings, outboundEnabled: true };
  await site.maintain("messages");

  expect(site.world.partnerCenter.owned("contoso")).toHaveLength(1);
});

test("an edit made while sending was off is found by its link, though no message tells of it", async () => {
  const site = new Site();
  site.world.settings = { ...site.world.settings, outboundEnabled: false };
  await site.save();
  expect(site.maintenance.messages.size).toBe(0);
  const { id } = site.world.opportunity;
  site.maintenance.stuck = [{ table: "opportunity", recordId: id, createdOn: "2026-11-22T20:00:00.000Z" }];
  expect((await site.maintain("links")).links).toMatchObject({ stopped: "switchedOff" });

  site.world.settings = { ...site.world.settings, outboundEnabled: true };
  expect((await site.maintain("links")).links).toMatchObject({ handled: 1, failed: 0 });
  expect(site.world.rows.record.status).toBe("inSync");
});

test("an edit that neither form nor step followed is found by its time, and its own echo is not", async () => {
  const site = new Site();
  await site.save();
  const { id } = site.world.opportunity;
  const edited = (link: { modifiedOn: string; rowVersion: string }) => ({
    table: "opportunity" as const,
    recordId: id,
    modifiedOn: site.world.now,
    rowVersion: "1007",
    link,
  });
  site.maintenance.edits = [
    edited({ modifiedOn: addMs(site.world.now, 1000), rowVersion: "1008" }),
    edited({ modifiedOn: site.world.now, rowVersion: "1008" }),
  ];
  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 0 });

  site.world.edit({ notes: "typed by an import" });
  site.maintenance.edits = [edited({ modifiedOn: site.world.now, rowVersion: "1006" })];
  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 1, failed: 0 });
  expect(site.world.partnerCenter.owned("contoso")).toMatchObject([{ details: { notes: "typed by an import" } }]);
});

test("a solution whose own step was stopped is sent, found by the time of its row", async () => {
  const site = new Site();
  await site.save();
  const { solutions } = site.world.opportunity;
  site.world.edit({ solutions: [...solutions, { ...sampleSolution(solutions), id: "SOL-2" }] });
  const { id: recordId } = site.world.opportunity;
  const link = { modifiedOn: addMs(site.world.now, -1000), rowVersion: "1" };
  site.maintenance.solutionEdits = [
    { table: "opportunity", recordId, modifiedOn: site.world.now, rowVersion: "2", link },
  ];

  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 1, failed: 0 });

  expect(JSON.stringify(site.world.partnerCenter.owned("contoso"))).toContain("SOL-2");
});

test("a solution that was taken out without a trace is found by the pass of the week, and by none before", async () => {
  const site = new Site();
  const { solutions } = site.world.opportunity;
  site.world.edit({ solutions: [...solutions, { ...sampleSolution(solutions), id: "SOL-2" }] });
  await site.save();
  const { id: recordId } = site.world.opportunity;
  site.maintenance.shared = [{ table: "opportunity", recordId, createdOn: "2026-11-22T20:00:00.000Z" }];
  site.world.edit({ solutions });

  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 0 });
  site.world.pass(7 * dayMs);
  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 1, isFinished: true });
  expect(JSON.stringify(site.world.partnerCenter.owned("contoso"))).not.toContain("SOL-2");
  expect((await site.maintain("edits")).edits).toMatchObject({ handled: 0 });
});

test("throttling holds the other messages back, and they keep their place", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [trouble("partnerCenter.throttled", false, 120_000)];
  await site.save();
  const first = site.message();
  for (const other of ["lead", "opportunity"] as const)
    site.maintenance.messages.set(`${other} 2`, {
      ...first,
      id: `${other} 2`,
      subject: { ...first.subject, id: "other" },
    });
  site.world.now = first.nextAttemptOn ?? "";
  site.world.partnerCenter.troubles = [trouble("partnerCenter.throttled", false, 120_000)];

  const { messages } = await site.maintain("messages");

  expect(messages).toMatchObject({
    handled: 1,
    failed: 1,
    isFinished: false,
    stopped: { code: "partnerCenter.throttled" },
  });
});

test("a record is compared and sent again on demand", async () => {
  const site = new Site();
  await site.save();
  site.world.edit({ notes: "changed behind the connector's back" });

  const replayed = await replayDeal(site.run(), { table: "opportunity", recordId: site.world.opportunity.id });

  expect(replayed).toMatchObject({ result: "done", failure: null });
  expect(site.world.partnerCenter.owned("contoso")).toMatchObject([
    { details: { notes: "changed behind the connector's back" } },
  ]);
});

test("what was parked because the sign-in had ended goes out by itself after somebody has signed in again", async () => {
  const site = new Site();
  site.world.partnerCenter.troubles = [trouble("token.expired")];
  await site.save();
  expect(site.message()).toMatchObject({ state: "parked", failureCode: "token.expired" });
  site.world.pass(dayMs);
  await site.maintain("messages");
  expect(site.message().state).toBe("parked");

  site.maintenance.signInEndsOn = addMs(site.world.now, 90 * dayMs);
  expect((await site.maintain("messages")).messages).toMatchObject({ handled: 1, failed: 0 });

  expect(site.message().state).toBe("done");
  expect(site.world.partnerCenter.owned("contoso")).toHaveLength(1);
});
