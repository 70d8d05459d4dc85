import { toReplayOutcome } from "../../../WebResources/Commands/toReplayOutcome";

const answer = (result: object) =>
  toReplayOutcome({ kind: "done", value: { Response: JSON.stringify({ results: [result] }) } });

test.each([
  ["done", true, "Done."],
  ["left", true, "Done."],
  ["busy", false, "Somebody else works on it"],
  ["switchedOff", false, "switched off"],
  ["outOfTime", false, "no time left"],
])("%s", (result, isDone, text) => {
  const outcome = answer({ result });
  expect(outcome.isDone).toBe(isDone);
  expect(outcome.notice?.text).toContain(text);
});

test("a failure comes in the server's words", () => {
  const failure = { words: "Partner Center refused it.", fix: "Ask Microsoft." };
  expect(answer({ result: "failed", failure }).notice?.text).toBe("Partner Center refused it. Ask Microsoft.");
});

test("an answer that is none says where to look", () => {
  for (const Response of [undefined, "no JSON", "{}", "[]", '{"results":[]}']) {
    const outcome = toReplayOutcome({ kind: "done", value: { Response } });
    expect([outcome.isDone, outcome.notice?.text]).toEqual([false, expect.stringContaining("Setup and health")]);
  }
});

test("who may not do work again reads which role lets them", () => {
  expect(toReplayOutcome({ kind: "failed", failure: "forbidden" }).notice?.text).toContain("Co-sell Operator");
});
