import { choices } from "../../../Solution/engine/domain/schema";
import { createRowTask } from "../../../WebResources/Commands/createRowTask";
import type { Platform } from "../../../WebResources/Commands/Platform";
import type { DataClient, Row } from "../../../WebResources/shared/forms/DataClient";

const { conflictState, messageState, syncStatus } = choices;

const given = (rows: Row[]) => {
  const calls: [string, Row][] = [];
  const questions: string[] = [];
  const client: DataClient = {
    execute: async (action, parameters) => {
      calls.push([action, parameters]);
      const Response = JSON.stringify({ findings: [], failure: null, results: [{ result: "done" }] });
      return { kind: "done", value: { SyncStatus: syncStatus.inSync, Response } };
    },
    retrieveMultiple: async () => ({ kind: "done", value: rows }),
  };
  const platform = {
    confirm: async ({ title, text }) => {
      questions.push(`${title} ${text}`);
      return false;
    },
  } as Partial<Platform> as Platform;
  const parts = { client, platform, settings: async () => ({ isCheckMarkShown: false }) };
  const idsFor = async (...[table, command, ids]: [string, Parameters<typeof createRowTask>[2], string[]]) => {
    const found = await createRowTask(parts, table, command).find(ids);
    return found.kind === "done" ? found.value.map(({ id }) => id) : found.failure;
  };
  return { calls, questions, parts, idsFor };
};

const conflicts: Row[] = [
  { cosell_conflictid: "open", cosell_name: "Value", cosell_state: conflictState.open },
  { cosell_conflictid: "over", cosell_name: "Value", cosell_state: conflictState.decided },
];

test("only open conflicts are decided, for the side that the command names", async () => {
  const { calls, parts, idsFor } = given(conflicts);
  expect(await idsFor("cosell_conflict", "keepDynamics365", ["open", "over"])).toEqual(["open"]);
  for (const command of ["keepDynamics365", "takePartnerCenter"] as const) {
    const outcome = await createRowTask(parts, "cosell_conflict", command).carryOut({ id: "open", name: "" }, "");
    expect(outcome.isDone).toBe(true);
  }
  expect(calls).toEqual([
    ["cosell_ResolveConflict", { ConflictId: "open", Decision: "dynamics365" }],
    ["cosell_ResolveConflict", { ConflictId: "open", Decision: "partnerCenter" }],
  ]);
});

test("many conflicts are decided after a question, one without", async () => {
  const { questions, parts } = given(conflicts);
  const task = createRowTask(parts, "cosell_conflict", "takePartnerCenter");
  const items = [
    { id: "a", name: "" },
    { id: "b", name: "" },
  ];
  expect(await task.ask(items.slice(0, 1), 0)).toBe("");
  expect(await task.ask(items, 1)).toBeNull();
  expect(questions).toEqual([
    "Decide 2 conflicts? Both sides take the value of Partner Center. The other value stays in Conflicts. 1 row of your selection will be left out: there is nothing to do.",
  ]);
});

test("decisions that somebody took are taken back after a question; others are left out", async () => {
  const { keptTheValueOfDynamics365: kept, bothSidesBecameEqual } = choices.conflictDecision;
  const decided = { cosell_state: conflictState.decided };
  const { calls, questions, parts, idsFor } = given([
    { cosell_conflictid: "open", cosell_state: conflictState.open },
    { cosell_conflictid: "kept", cosell_decision: kept, ...decided },
    { cosell_conflictid: "equal", cosell_decision: bothSidesBecameEqual, ...decided },
  ]);

  expect(await idsFor("cosell_conflict", "undoDecision", ["open", "kept", "equal"])).toEqual(["kept"]);
  const task = createRowTask(parts, "cosell_conflict", "undoDecision");
  expect(await task.ask([{ id: "kept", name: "" }], 0)).toBeNull();
  expect(questions[0]).toContain("Take 1 decision back?");
  await task.carryOut({ id: "kept", name: "" }, "");
  expect(calls).toEqual([["cosell_ResolveConflict", { ConflictId: "kept", Decision: "undo" }]]);
});

test("a referral moves to the record that was chosen, and off its record where there is one", async () => {
  const { calls, parts, idsFor } = given([
    { cosell_linkid: "a", cosell_referralidentifier: "r", _cosell_leadid_value: "l" },
    { cosell_linkid: "b", cosell_referralidentifier: "r" },
    { cosell_linkid: "c" },
  ]);
  const asked: (readonly string[])[] = [];
  const platform = {
    ...parts.platform,
    confirm: async () => true,
    chooseRow: async (tables: readonly string[]) => {
      asked.push(tables);
      return { id: "o", table: tables[0], name: "Other" };
    },
  } as unknown as Platform;

  expect(await idsFor("cosell_link", "moveReferral", ["a", "b", "c"])).toEqual(["a", "b"]);
  expect(await idsFor("cosell_link", "takeOffReferral", ["a", "b", "c"])).toEqual(["a"]);
  const task = createRowTask({ ...parts, platform }, "cosell_link", "moveReferral");
  const found = await task.find(["a", "b"]);
  for (const item of found.kind === "done" ? found.value : [])
    await task.carryOut(item, (await task.ask([item], 0)) ?? "");
  await createRowTask({ ...parts, platform }, "cosell_link", "takeOffReferral").carryOut({ id: "a", name: "" }, "");
  expect(asked).toEqual([["lead"], ["opportunity", "lead"]]);
  expect(calls).toEqual([
    ["cosell_MoveReferral", { LinkId: "a", LeadId: "o" }],
    ["cosell_MoveReferral", { LinkId: "b", OpportunityId: "o" }],
    ["cosell_MoveReferral", { LinkId: "a" }],
  ]);
});

test("messages that wait or are parked are done again, done ones are not", async () => {
  const rows = [messageState.waiting, messageState.parked, messageState.done].map((state, at) => ({
    cosell_messageid: String(at),
    cosell_state: state,
  }));
  const { calls, parts, idsFor } = given(rows);
  expect(await idsFor("cosell_message", "replay", ["0", "1", "2"])).toEqual(["0", "1"]);
  expect((await createRowTask(parts, "cosell_message", "replay").carryOut({ id: "1", name: "" }, "")).isDone).toBe(
    true,
  );
  expect(calls).toEqual([["cosell_Replay", { MessageId: "1" }]]);
});

test("a link is compared by the opportunity or the lead that it ties; one that ties none is left out", async () => {
  const { calls, parts } = given([
    { cosell_linkid: "a", _cosell_opportunityid_value: "o" },
    { cosell_linkid: "b", _cosell_leadid_value: "l" },
    { cosell_linkid: "c" },
  ]);
  const task = createRowTask(parts, "cosell_link", "replay");
  const found = await task.find(["a", "b", "c"]);
  if (found.kind === "failed") throw new Error(found.failure);
  for (const item of found.value) await task.carryOut(item, "");
  expect(calls).toEqual([
    ["cosell_Replay", { OpportunityId: "o" }],
    ["cosell_Replay", { LeadId: "l" }],
  ]);
});
