import { customApis } from "../../../Solution/engine/domain/schema";
import { backfill, type BackfillProgress } from "../../../WebResources/SetupPage/backfill";
import { FakeSetupClient } from "./FakeSetupClient";

const answer = (counts: Record<string, number>, continuation: string | null, stopped: object | null = null) =>
  ({ kind: "done", value: { counts, continuation, stopped } }) as const;

const run = async (...answers: readonly ReturnType<typeof answer>[]) => {
  const client = new FakeSetupClient();
  client.answers[customApis.backfill] = [...answers];
  const told: BackfillProgress[] = [];
  const ended = await backfill(client, false, (progress) => told.push(progress));
  return { ended, told, asked: client.asked.map((each) => (each.kind === "call" ? each.parameters : each)) };
};

test("a backfill goes on where the call before ended, and adds up what came of all of them", async () => {
  const { ended, told, asked } = await run(
    answer({ opportunityMade: 2, failed: 0 }, "2"),
    answer({ opportunityMade: 1, known: 4 }, null),
  );

  expect(asked).toEqual([{ DryRun: false }, { DryRun: false, Continuation: "2" }]);
  expect(told).toHaveLength(2);
  expect(ended).toEqual({ counts: { opportunityMade: 3, failed: 0, known: 4 }, stopped: "" });
});

test("what holds for all that is left ends it, in words, and is not asked again", async () => {
  const { ended, asked } = await run(answer({ known: 1 }, "1", { words: "The budget is spent.", fix: "Raise it." }));

  expect(ended).toEqual({ counts: { known: 1 }, stopped: "The budget is spent. Raise it." });
  expect(asked).toHaveLength(1);
});

test("a call that is refused ends it, and what was done before is told", async () => {
  const client = new FakeSetupClient();
  client.failures[customApis.backfill] = "Your security roles do not allow this.";

  expect(await backfill(client, true, () => undefined)).toEqual({
    counts: {},
    stopped: "Your security roles do not allow this.",
  });
});
