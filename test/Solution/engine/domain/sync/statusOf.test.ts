import fc from "fast-check";
import { choices } from "../../../../../Solution/engine/domain/schema";
import { statusOf, type StatusFacts } from "../../../../../Solution/engine/domain/sync/statusOf";
import { toChoice, toSyncStatus } from "../../../../../Solution/engine/domain/sync/syncStatus";

const count = fc.constantFrom(0, 1, 7);
const facts: fc.Arbitrary<StatusFacts> = fc.record({
  isSyncOn: fc.boolean(),
  isShared: fc.boolean(),
  isClosed: fc.boolean(),
  isBeingSent: fc.boolean(),
  blockingFindings: count,
  conflicts: count,
  changesThere: count,
  changesHere: count,
  failure: fc.constantFrom("none" as const, "triedAgain" as const, "needsPerson" as const),
  isAnswerOwed: fc.boolean(),
  isMicrosoftAsked: fc.boolean(),
  hasMicrosoftEnded: fc.boolean(),
  isPaused: fc.boolean(),
});

const quiet: StatusFacts = {
  isSyncOn: true,
  isShared: true,
  isClosed: false,
  isBeingSent: false,
  blockingFindings: 0,
  conflicts: 0,
  changesThere: 0,
  changesHere: 0,
  failure: "none",
  isAnswerOwed: false,
  isMicrosoftAsked: false,
  hasMicrosoftEnded: false,
  isPaused: false,
};

test("whatever the facts, there is exactly one of the twelve", () => {
  fc.assert(fc.property(facts, (some) => expect(Object.keys(choices.syncStatus)).toContain(statusOf(some))));
});

test.each<[string, Partial<StatusFacts>]>([
  ["notShared", { isSyncOn: false }],
  ["blocked", { blockingFindings: 1 }],
  ["ready", { isShared: false, changesHere: 1 }],
  ["queued", { failure: "triedAgain", changesHere: 1 }],
  ["queued", { isPaused: true, isShared: false, changesHere: 1 }],
  ["queued", { isPaused: true, changesHere: 1, changesThere: 1 }],
  ["inSync", { isPaused: true }],
  ["sending", { isBeingSent: true }],
  ["waitingOnMicrosoft", { isMicrosoftAsked: true }],
  ["inSync", {}],
  ["changedHere", { changesHere: 1 }],
  ["changedAtMicrosoft", { changesThere: 1 }],
  ["conflict", { conflicts: 1, changesThere: 1 }],
  ["conflict", { conflicts: 1, failure: "triedAgain", changesHere: 1 }],
  ["conflict", { conflicts: 1, isPaused: true }],
  ["queued", { conflicts: 1, isPaused: true, changesHere: 1 }],
  ["needsAttention", { failure: "needsPerson", changesHere: 1 }],
  ["needsAttention", { failure: "needsPerson", changesHere: 1, conflicts: 1 }],
  ["needsAttention", { isAnswerOwed: true, blockingFindings: 1 }],
  ["needsAttention", { hasMicrosoftEnded: true }],
  ["changedHere", { hasMicrosoftEnded: true, changesHere: 1 }],
  ["closed", { isClosed: true, isSyncOn: false, blockingFindings: 1 }],
])("%s", (status, changes) => {
  expect(statusOf({ ...quiet, ...changes })).toBe(status);
});

test("a closed deal stays closed, whatever else is true of it", () => {
  fc.assert(fc.property(facts, (some) => expect(statusOf({ ...some, isClosed: true })).toBe("closed")));
});

test("a status and its choice value are two names of one thing", () => {
  for (const status of Object.keys(choices.syncStatus) as (keyof typeof choices.syncStatus)[])
    expect(toSyncStatus(toChoice(status))).toBe(status);
  expect(toSyncStatus(null)).toBe("notShared");
});
