import { call, flowId, flowJson } from "./support/flowParts";
import { type GivenFlows, givenFlows } from "./support/givenFlows";

const minuteMs = 60_000;
const startMs = Date.parse("2026-03-04T10:00:00Z");

let nowMs: number;
let given: GivenFlows;

beforeEach(async () => {
  nowMs = startMs;
  given = await givenFlows(() => new Date(nowMs));
  const every = { Recurrence: { type: "Recurrence", recurrence: { frequency: "Minute", interval: 5 } } };
  await given.importFlow(flowJson(every, { Maintain: call("acme_Receive", { Body: "@utcNow()" }) }));
});
afterEach(() => given.stop());

const calls = () => given.tenant.runner.invocations.map(({ inputParameters }) => inputParameters["Body"]);

test("runs at once when it is turned on, then every five minutes", async () => {
  await given.host.runDue();
  nowMs += 4 * minuteMs;
  await given.host.runDue();
  nowMs += minuteMs;
  await given.host.runDue();

  expect(calls()).toEqual(["2026-03-04T10:00:00.000Z", "2026-03-04T10:05:00.000Z"]);
});

test("turns that were missed are not made up for, and the rhythm stays", async () => {
  await given.host.runDue();
  nowMs += 17 * minuteMs;
  await given.host.runDue();
  nowMs += 3 * minuteMs;
  await given.host.runDue();

  expect(calls()).toHaveLength(3);
});

test("never runs twice at a time", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
  given.tenant.runner.plugin = () => held;

  const first = given.host.runDue();
  nowMs += 6 * minuteMs;
  const second = given.host.runDue();
  await second;
  release();
  await first;

  expect(calls()).toHaveLength(1);
});

test("stops when it is turned off", async () => {
  await given.host.runDue();
  await given.host.turnOff(flowId);
  nowMs += 10 * minuteMs;
  await given.host.runDue();

  expect(calls()).toHaveLength(1);
});

test("one that fails runs again at its next turn, and both runs are in the history", async () => {
  given.tenant.runner.plugin = async () => ({
    kind: "faulted",
    code: "0x80040265",
    message: "No.",
    retry: false,
    trace: [],
  });
  await given.host.runDue();
  nowMs += 5 * minuteMs;
  await given.host.runDue();

  const runs = await given.tenant.rows.read("flowrun", ["status", "triggertype"]);
  expect(runs).toEqual([
    { status: "Failed", triggertype: "recurrence" },
    { status: "Failed", triggertype: "recurrence" },
  ]);
});

test("runs older than 28 days leave the history", async () => {
  await given.host.runDue();
  nowMs += 29 * 24 * 60 * minuteMs;
  await given.host.runDue();

  expect(await given.tenant.rows.read("flowrun", ["name"])).toHaveLength(1);
});

test("the timer runs it without being asked", async () => {
  given.host.start();
  while (calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  expect(calls()).toHaveLength(1);
});
