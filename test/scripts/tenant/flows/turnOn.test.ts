import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import { importAccepted } from "../pipeline/support/givenTenant";
import { solutionZip } from "../solution/support/solutionZip";
import { together } from "../solution/support/parts";
import { call, connectionReference, flow, flowId, flowJson, httpTrigger } from "./support/flowParts";
import { flowSolution, type GivenFlows, givenFlows } from "./support/givenFlows";

let given: GivenFlows;

beforeEach(async () => {
  given = await givenFlows();
});
afterEach(() => given.stop());

const calling = flowJson(httpTrigger, { Receive: call("acme_Receive", { Body: "x" }) });
const isOn = async () => (await given.host.flows()).map((each) => each.isOn);

test("an imported flow is off until its connection is chosen and it is turned on", async () => {
  await importAccepted(given.tenant, flowSolution(calling));
  expect(await isOn()).toEqual([false]);
  await expect(given.host.turnOn(flowId)).rejects.toThrow("the connection reference acme_Dataverse has no connection");

  await given.host.connect(baseIds.alexAdmin);
  await given.host.turnOn(flowId);

  expect(await isOn()).toEqual([true]);
});

test("a newer version leaves flow and connection as they are", async () => {
  await given.importFlow(calling);
  await importAccepted(given.tenant, { ...flowSolution(calling), version: "1.0.0.1" });

  expect(await isOn()).toEqual([true]);
  await expect(given.host.turnOn(flowId)).resolves.toBeUndefined();
});

test("a connection that somebody chose is not replaced", async () => {
  await importAccepted(given.tenant, flowSolution(calling));
  await given.host.connect(baseIds.kimSeller);
  await given.host.connect(baseIds.alexAdmin);

  const [reference] = await given.tenant.rows.read("connectionreference", ["ownerid"]);
  expect(reference?.ownerid).toBe(baseIds.kimSeller);
});

test.each([
  [
    "a trigger",
    flowJson({ When: { type: "OpenApiConnectionWebhook" } }, { Call: call("a_B", {}) }),
    'Trigger "When": triggers of type OpenApiConnectionWebhook',
  ],
  [
    "an action",
    flowJson(httpTrigger, { Loop: { type: "Foreach", foreach: [] } }),
    'Action "Loop": "foreach" is not run',
  ],
  ["an action type", flowJson(httpTrigger, { Wait: { type: "Wait" } }), 'Action "Wait": actions of type Wait'],
  [
    "a function",
    flowJson(httpTrigger, { Call: call("a_B", { X: "@xpath('a', 'b')" }) }),
    "does not know the function xpath",
  ],
  [
    "a connector operation",
    flowJson(httpTrigger, {
      List: {
        type: "OpenApiConnection",
        inputs: {
          host: {
            connectionName: "shared_dataverse",
            operationId: "ListRecords",
            apiId: "/a/shared_commondataserviceforapps",
          },
        },
      },
    }),
    'Action "List", "inputs", "host": ListRecords of',
  ],
  ["a retry", flowJson(httpTrigger, { Call: { ...call("a_B", {}), limit: {} } }), '"limit" is not run'],
])("what is not run here is named, at import and when it is turned on: %s", async (_what, json, words) => {
  const { ok, log } = await given.tenant.importSolution(solutionZip(flowSolution(json)));
  await given.host.connect(baseIds.alexAdmin);

  expect(ok).toBe(true);
  expect(log.find((entry) => entry.component === "Process Acme flow")).toMatchObject({
    result: "kept, not run",
    message: expect.stringContaining(words) as string,
  });
  await expect(given.host.turnOn(flowId)).rejects.toThrow(words);
});

test.each([
  [
    "a connection",
    flowJson(httpTrigger, { Call: call("a_B", {}) }).replaceAll('"shared_dataverse":', '"other":'),
    "Call uses the connection shared_dataverse, which the flow does not declare",
  ],
  [
    "an action to run after",
    flowJson(httpTrigger, { Call: call("a_B", {}, { runAfter: { Gone: ["Succeeded"] } }) }),
    "Call runs after Gone, which is not beside it",
  ],
  [
    "two triggers",
    flowJson({ ...httpTrigger, ...{ other: { type: "Request" } } }, {}),
    "a flow has one trigger and at least one action",
  ],
])("what no environment can run is refused at import: %s", async (_what, json, words) => {
  const { ok, log } = await given.tenant.importSolution(solutionZip(flowSolution(json)));

  expect(ok).toBe(false);
  expect(log.find(({ result }) => result === "failed")).toMatchObject({
    component: "Process Acme flow",
    message: expect.stringContaining(words) as string,
  });
});

test("a flow that uses a connection reference nobody brings is refused, and so is one of no connector", async () => {
  const without = await given.tenant.importSolution(solutionZip(flow(calling)));
  expect(without.log.filter(({ result }) => result === "failed")).toMatchObject([
    { component: "Process Acme flow", message: expect.stringContaining("acme_Dataverse") as string },
    { component: "Process Acme flow", message: expect.stringContaining("acme_Receive") as string },
  ]);
  const wrong = await given.tenant.importSolution(
    solutionZip(together(flow(calling), connectionReference("acme_Dataverse", "shared_dataverse"))),
  );
  expect(wrong.log.filter(({ result }) => result === "failed")).toContainEqual(
    expect.objectContaining({ component: "Connection reference acme_Dataverse" }),
  );
});

test("a flow whose file is no definition is refused", async () => {
  for (const json of ["{", '{"properties":{}}']) {
    const { ok } = await given.tenant.importSolution(solutionZip(together(connectionReference(), flow(json))));
    expect(ok).toBe(false);
  }
});

test("a version without the flow takes it away, with its history", async () => {
  await given.importFlow(calling);
  await fetch(`${given.address}/${flowId}/trigger`, { method: "POST" });
  await given.host.stop();
  await importAccepted(given.tenant, { ...connectionReference(), version: "1.0.0.1" }, { mode: "upgrade" });

  expect(await given.host.flows()).toEqual([]);
  expect(await given.tenant.rows.read("flowrun", ["name"])).toEqual([]);
});
