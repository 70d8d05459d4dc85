import type { Json, JsonObject } from "../../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { readFlowDefinition } from "../../../../../scripts/tenant/flows/definition/readFlowDefinition";
import type { ConnectorAnswer, FlowResponse } from "../../../../../scripts/tenant/flows/run/FlowRun";
import { runFlow } from "../../../../../scripts/tenant/flows/run/runFlow";
import { call, flowJson, httpTrigger, response } from "../support/flowParts";

let called: string[];
let responses: FlowResponse[];
let failing: readonly string[];

beforeEach(() => {
  called = [];
  responses = [];
  failing = [];
});

async function run(actions: JsonObject, body: Json = {}) {
  const reading = readFlowDefinition(flowJson(httpTrigger, actions));
  if (!reading.ok) throw new Error(reading.problem);
  return runFlow(
    "run-1",
    reading.definition,
    { body },
    {
      call: async (_connection, request): Promise<ConnectorAnswer> => {
        const name = request.operation === "PerformUnboundAction" ? request.actionName : request.operation;
        called.push(name);
        return failing.includes(name)
          ? { statusCode: 400, headers: {}, body: { error: { code: "0x1", message: `${name} refused.` } } }
          : { statusCode: 200, headers: {}, body: { Response: name } };
      },
      respond: (answered) => responses.push(answered),
      now: () => new Date("2026-03-04T10:00:00Z"),
    },
  );
}

const after = (...names: string[]): JsonObject => ({
  runAfter: Object.fromEntries(names.map((name) => [name, ["Succeeded"]])),
});

test("actions run in the order of runAfter, however they are written down", async () => {
  const outcome = await run({
    Third: call("c", {}, after("Second")),
    Second: call("b", {}, after("First")),
    First: call("a", {}),
  });

  expect(called).toEqual(["a", "b", "c"]);
  expect(outcome).toEqual({ status: "Succeeded" });
});

test("what runs after a failure is skipped, and the run fails with the first reason", async () => {
  failing = ["a"];
  const outcome = await run({
    First: call("a", {}),
    Second: call("b", {}, after("First")),
    Third: call("c", {}, after("Second")),
  });

  expect(called).toEqual(["a"]);
  expect(outcome).toEqual({
    status: "Failed",
    error: { code: "ActionFailed", message: 'Action "First" failed: a refused.' },
  });
});

test("a failure that another action ran after is dealt with", async () => {
  failing = ["a"];
  const outcome = await run({ First: call("a", {}), Sorry: call("b", {}, { runAfter: { First: ["Failed"] } }) });

  expect(outcome).toEqual({ status: "Succeeded" });
});

test("a scope fails as a whole, and its failure can be dealt with beside it", async () => {
  failing = ["a"];
  const scope = { type: "Scope", actions: { First: call("a", {}), Second: call("b", {}, after("First")) } };
  const outcome = await run({ Try: scope, Catch: call("c", {}, { runAfter: { Try: ["Failed"] } }) });

  expect(called).toEqual(["a", "c"]);
  expect(outcome).toEqual({ status: "Succeeded" });
});

test.each([
  [5, ["more"]],
  [1, ["less"]],
])("a condition chooses for %i: %p", async (amount, expected) => {
  const condition = {
    and: [{ greater: ["@triggerBody()?['amount']", 3] }, { not: { equals: ["@triggerBody()", ""] } }],
  };
  const actions = { More: call("more", {}) };
  await run(
    { Check: { type: "If", expression: condition, actions, else: { actions: { Less: call("less", {}) } } } },
    { amount },
  );

  expect(called).toEqual(expected);
});

test("terminate ends the run with its own error, and nothing runs behind it", async () => {
  const end = {
    type: "Terminate",
    inputs: { runStatus: "Failed", runError: { code: "Mine", message: "@concat('no ', 'way')" } },
  };
  const outcome = await run({ End: end, Never: call("a", {}, after("End")) });

  expect(called).toEqual([]);
  expect(outcome).toEqual({ status: "Failed", error: { code: "Mine", message: "no way" } });
});

test("composed values can be used by later actions", async () => {
  await run(
    {
      Compose: { type: "Compose", inputs: { name: "@triggerBody()?['name']" } },
      Response: response({ statusCode: 200, body: "@outputs('Compose')" }, { Compose: ["Succeeded"] }),
    },
    { name: "Deal" },
  );

  expect(responses).toEqual([
    { statusCode: 200, headers: { "Content-Type": "application/json; charset=utf-8" }, body: '{"name":"Deal"}' },
  ]);
});

test("an expression that cannot be evaluated fails its action only", async () => {
  const outcome = await run({
    Bad: call("a", { X: "@triggerBody()['gone']" }),
    Good: call("b", {}),
    Sorry: call("c", {}, { runAfter: { Bad: ["Failed"] } }),
  });

  expect(called).toEqual(["b", "c"]);
  expect(outcome).toEqual({ status: "Succeeded" });
});

test("a second response, and one with an impossible status, fail", async () => {
  const second = await run({
    One: response({ statusCode: "202" }),
    Two: response({ statusCode: 200 }, { One: ["Succeeded"] }),
  });
  expect(second.error?.message).toContain("has had its response already");
  expect(responses).toEqual([{ statusCode: 202, headers: {} }]);

  const impossible = await run({ One: response({ statusCode: "@null" }) });
  expect(impossible.error?.message).toContain("cannot have the status null");
});
