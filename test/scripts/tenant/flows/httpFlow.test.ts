import { baseIds } from "../../../../scripts/tenant/baseTables/baseIds";
import type { JsonObject } from "../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { call, flowId, flowJson, httpTrigger, response } from "./support/flowParts";
import { type GivenFlows, givenFlows } from "./support/givenFlows";

let given: GivenFlows;

beforeEach(async () => {
  given = await givenFlows();
});
afterEach(() => given.stop());

const receive = call("acme_Receive", {
  Body: "@string(triggerBody())",
  Headers: "@string(triggerOutputs()?['headers'])",
});
const answer = response(
  { statusCode: "@outputs('Receive')?['body/StatusCode']", body: "@outputs('Receive')?['body/Response']" },
  { Receive: ["Succeeded"] },
);
const receiving = flowJson(httpTrigger, { Receive: receive, Response: answer });

const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${given.address}/${flowId}/trigger`, { method: "POST", headers, body });
const lastInput = (): JsonObject => (given.tenant.runner.invocations.at(-1)?.inputParameters ?? {}) as JsonObject;
const runs = () =>
  given.tenant.rows.read("flowrun", ["status", "errorcode", "errormessage", "triggertype", "workflow"]);

const answers = (StatusCode: number, Response = "done") => {
  given.tenant.runner.plugin = async () => ({
    kind: "completed",
    outputParameters: { StatusCode, Response },
    trace: [],
  });
};

test.each([200, 400, 401, 503])("the caller gets the status %i that the custom API says", async (status) => {
  await given.importFlow(receiving);
  answers(status);

  const answered = await post('{"EventName":"referral-updated"}');

  expect(answered.status).toBe(status);
  expect(await answered.text()).toBe("done");
});

test("the custom API gets body and headers as they were sent, without the authorization", async () => {
  await given.importFlow(receiving);
  answers(200);
  const body = '{"EventName":"referral-updated","Name":"Zwölf 👨‍👩‍👧","AuditUri":null}';

  await post(body, {
    "Content-Type": "application/json; charset=utf-8",
    Authorization: "Signature c2lnbmVk",
    "X-MS-Signature": "Signature c2lnbmVk",
  });

  expect(lastInput()["Body"]).toBe(body);
  const headers = JSON.parse(lastInput()["Headers"] as string) as Record<string, string>;
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  expect(byName.get("x-ms-signature")).toBe("Signature c2lnbmVk");
  expect(byName.get("content-type")).toBe("application/json; charset=utf-8");
  expect(byName.has("authorization")).toBe(false);
});

test("the call runs for the user of the connection, in a transaction", async () => {
  await given.importFlow(receiving);
  answers(200);

  await post("{}");

  expect(given.tenant.runner.invocations).toMatchObject([
    { messageName: "acme_Receive", userId: baseIds.alexAdmin, depth: 1, isInTransaction: true },
  ]);
});

test("JSON that is nested deeper than the platform reads starts no run", async () => {
  await given.importFlow(receiving);
  answers(200);

  expect((await post("[".repeat(20_000) + "]".repeat(20_000))).status).toBe(400);
  expect((await post(`{"text":"${"[".repeat(500)}"}`)).status).toBe(200);
  expect(await runs()).toHaveLength(1);
});

test("what is no JSON comes with its bytes in base64", async () => {
  const bytes = call("acme_Receive", {
    Body: "@triggerBody()?['$content']",
    Headers: "@triggerBody()?['$content-type']",
  });
  await given.importFlow(flowJson(httpTrigger, { Receive: bytes, Response: answer }));
  answers(200);
  const body = Buffer.from([0, 255, 128, 13, 10]);

  await fetch(`${given.address}/${flowId}/trigger`, { method: "POST", headers: { "content-type": "image/png" }, body });

  expect(lastInput()).toEqual({ Body: body.toString("base64"), Headers: "image/png" });
});

test("text comes as text", async () => {
  const text = call("acme_Receive", { Body: "@triggerBody()" });
  await given.importFlow(flowJson(httpTrigger, { Receive: text, Response: answer }));
  answers(200);

  await post(" plain {text} ", { "content-type": "text/plain" });

  expect(lastInput()["Body"]).toBe(" plain {text} ");
});

test("a body that says it is JSON and is not is refused, and nothing runs", async () => {
  await given.importFlow(receiving);

  expect((await post("{")).status).toBe(400);
  expect(await runs()).toEqual([]);
});

test("a call that fails leaves no response: 502, a row in the history, and a line for the console", async () => {
  await given.importFlow(receiving);
  given.tenant.runner.plugin = async () => ({
    kind: "faulted",
    code: "0x80040265",
    message: "The engine is missing.",
    retry: false,
    trace: [],
  });

  const answered = await post("{}");

  expect(answered.status).toBe(502);
  expect(await answered.json()).toMatchObject({ error: { code: "NoResponse" } });
  expect(await runs()).toEqual([
    {
      status: "Failed",
      errorcode: "ActionFailed",
      errormessage: 'Action "Receive" failed: The engine is missing.',
      triggertype: "http",
      workflow: flowId,
    },
  ]);
  expect(given.said.join("\n")).toContain(
    'The flow "Acme flow" failed: Action "Receive" failed: The engine is missing.',
  );
});

test("a failure can be answered by an action that runs after it", async () => {
  const onFailure = response(
    { statusCode: 500, body: { error: "@outputs('Receive')?['body']?['error']?['message']" } },
    {
      Receive: ["Failed", "TimedOut"],
    },
  );
  await given.importFlow(flowJson(httpTrigger, { Receive: receive, Response: answer, Sorry: onFailure }));
  given.tenant.runner.plugin = async () => ({
    kind: "faulted",
    code: "0x80040265",
    message: "No.",
    retry: false,
    trace: [],
  });

  const answered = await post("{}");

  expect(answered.status).toBe(500);
  expect(await answered.json()).toEqual({ error: "No." });
});

test("a flow without a response accepts at once", async () => {
  await given.importFlow(flowJson(httpTrigger, { Receive: receive }));
  answers(200);

  const answered = await post("{}");

  expect(answered.status).toBe(202);
  await given.host.stop();
  expect(await runs()).toMatchObject([{ status: "Succeeded" }]);
});

test("a parameter of the wrong type fails the call with the words of the Web API", async () => {
  const wrong = call("acme_Receive", { Body: "@triggerBody()", Again: "yes" });
  await given.importFlow(flowJson(httpTrigger, { Receive: wrong, Response: answer }));

  expect((await post("text", { "content-type": "text/plain" })).status).toBe(502);
  expect((await runs())[0]?.errormessage).toMatch(/Boolean/);
});

test("what is not the name of an action is never asked for", async () => {
  const wrong = call("accounts(1)/Microsoft.Dynamics.CRM.Delete", {});
  await given.importFlow(flowJson(httpTrigger, { Receive: wrong, Response: answer }));

  expect((await post("{}")).status).toBe(502);
  expect((await runs())[0]?.errormessage).toContain("is not the name of an action");
});

test("only the method of the trigger starts the flow, and only while it is on", async () => {
  await given.importFlow(receiving);
  answers(200);
  expect((await fetch(`${given.address}/${flowId}/trigger`)).status).toBe(405);

  await given.host.turnOff(flowId);
  const off = await post("{}");
  expect(off.status).toBe(404);
  expect(await off.json()).toMatchObject({ error: { code: "WorkflowTriggerIsNotEnabled" } });
  expect(given.tenant.runner.invocations).toEqual([]);
});

test("addresses of flows that are not there are refused; others are left to others", async () => {
  expect(
    (await fetch(`${given.address}/bb11f1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d/trigger`, { method: "POST" })).status,
  ).toBe(404);
  const other = await fetch(given.address.replace("/flows", "/flowers"));
  expect(await other.text()).toBe("not a flow");
});
