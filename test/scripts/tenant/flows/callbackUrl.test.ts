import type { JsonObject } from "../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { flowId, flowJson, httpTrigger, response } from "./support/flowParts";
import { type GivenFlows, givenFlows } from "./support/givenFlows";

let given: GivenFlows;

beforeEach(async () => {
  given = await givenFlows();
});
afterEach(() => given.stop());

const operation = (
  apiId: string,
  operationId: string,
  parameters: JsonObject,
  runAfter: JsonObject = {},
): JsonObject => ({
  runAfter,
  type: "OpenApiConnection",
  inputs: {
    host: { connectionName: "shared_dataverse", operationId, apiId: `/providers/Microsoft.PowerApps/apis/${apiId}` },
    parameters,
    authentication: "@parameters('$authentication')",
  },
});

const getFlow = (recordId: string) =>
  operation("shared_commondataserviceforapps", "GetItem", { entityName: "workflows", recordId, $select: "resourceid" });

const listCallbackUrl = (flowName: string) =>
  operation(
    "shared_flowmanagement",
    "ListCallbackUrl",
    { environmentName: "@workflow()?['tags']?['environmentName']", flowName },
    { Get: ["Succeeded"] },
  );

const answer = response({ statusCode: 200, body: "@outputs('List')?['body/response/value']" }, { List: ["Succeeded"] });

const trigger = async (): Promise<{ status: number; body: string }> => {
  const answered = await fetch(`${given.address}/${flowId}/trigger`, { method: "POST", body: "{}" });
  return { status: answered.status, body: await answered.text() };
};

test("a flow with an HTTP trigger that is on has an address, found by the id that Power Automate knows it by", async () => {
  const List = listCallbackUrl("@outputs('Get')?['body/resourceid']");
  await given.importFlow(flowJson(httpTrigger, { Get: getFlow(flowId), List, Answer: answer }));

  expect(await trigger()).toEqual({ status: 200, body: `http://tenant.example/flows/${flowId}/trigger` });
});

test("the id of its row in Dataverse is not the one that Power Automate knows it by", async () => {
  await given.importFlow(
    flowJson(httpTrigger, { Get: getFlow(flowId), List: listCallbackUrl(flowId), Answer: answer }),
  );

  await trigger();
  expect(given.said.join()).toMatch(/No flow '.*' with an HTTP trigger is turned on/);
});

test("a row that is not there fails the action, in the words of the Web API", async () => {
  const missing = "00000000-0000-4000-8000-000000000001";
  await given.importFlow(flowJson(httpTrigger, { Get: getFlow(missing) }));

  await trigger();
  await given.host.stop();
  expect(given.said.join()).toMatch(/Does Not Exist/i);
});

test.each<[what: string, action: JsonObject, words: RegExp]>([
  [
    "an operation that is not built",
    operation("shared_flowmanagement", "ListMyFlows", {}),
    /ListMyFlows of .* is not run/,
  ],
  [
    "a parameter that is not built",
    operation("shared_flowmanagement", "ListCallbackUrl", { environmentName: "e", flowName: "f", more: 1 }),
    /"more"/,
  ],
])("%s is refused by name when the flow is turned on", async (_what, action, words) => {
  await expect(given.importFlow(flowJson(httpTrigger, { Act: action }))).rejects.toThrow(words);
});
