import type { JsonObject } from "../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { call, flowId, flowJson } from "./support/flowParts";
import { type GivenFlows, givenFlows } from "./support/givenFlows";

let given: GivenFlows;

const property = (title: string, type: string, description = "Please enter") => ({
  title,
  type,
  description,
  "x-ms-dynamically-added": true,
  "x-ms-content-hint": type === "boolean" ? "BOOLEAN" : "TEXT",
});
const button = {
  manual: {
    type: "Request",
    kind: "Button",
    inputs: {
      schema: {
        type: "object",
        properties: {
          text: property("Http Trigger Endpoint", "string"),
          boolean: property("Overwrite existing trigger endpoints if present?", "boolean", "Yes & no"),
        },
        required: ["text"],
      },
    },
  },
};

beforeEach(async () => {
  given = await givenFlows();
  const item = { Body: "@triggerBody()['text']", Again: "@coalesce(triggerBody()?['boolean'], false)" };
  await given.importFlow(flowJson(button, { Register: call("acme_Receive", item) }));
});
afterEach(() => given.stop());

const run = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${given.address}/${flowId}/run`, { method: "POST", headers, body, redirect: "manual" });
const lastInput = () => given.tenant.runner.invocations.at(-1)?.inputParameters as JsonObject | undefined;

test("inputs are given by key or by title, and the answer says how the run ended", async () => {
  const answered = await run(
    JSON.stringify({
      "Http Trigger Endpoint": "https://a.example/",
      "Overwrite existing trigger endpoints if present?": true,
    }),
  );
  expect(await answered.json()).toMatchObject({ status: "Succeeded", error: null });
  expect(lastInput()).toEqual({ Body: "https://a.example/", Again: true });

  await run(JSON.stringify({ text: "https://b.example/" }));
  expect(lastInput()).toEqual({ Body: "https://b.example/", Again: false });
});

test.each([
  ["{}", 'The input "Http Trigger Endpoint" is missing.'],
  ['{"text":1}', "is not of type string"],
  ['{"text":"a","other":1}', 'The flow has no input "other".'],
  ["[]", "The body is not an object of JSON."],
])("inputs that do not fit are refused: %s", async (body, words) => {
  const answered = await run(body);

  expect(answered.status).toBe(400);
  expect(await answered.json()).toMatchObject({ error: { message: expect.stringContaining(words) as string } });
  expect(lastInput()).toBeUndefined();
});

test("a failed run says why", async () => {
  given.tenant.runner.plugin = async () => ({
    kind: "faulted",
    code: "0x80040265",
    message: "No.",
    retry: false,
    trace: [],
  });

  const answered = await run('{"text":"a"}');

  expect(await answered.json()).toMatchObject({
    status: "Failed",
    error: { code: "ActionFailed", message: 'Action "Register" failed: No.' },
  });
});

test("the page has a field for each input, runs the flow, and shows the run", async () => {
  const page = await (await fetch(`${given.address}/${flowId}`)).text();
  expect(page).toContain('<label for="input-text">Http Trigger Endpoint');
  expect(page).toContain("Yes &amp; no");

  const form = new URLSearchParams({ text: "https://c.example/", boolean: "true" }).toString();
  const answered = await run(form, { "content-type": "application/x-www-form-urlencoded", accept: "text/html" });

  expect(answered.status).toBe(303);
  expect(lastInput()).toEqual({ Body: "https://c.example/", Again: true });
  expect(await (await fetch(`${given.address}/${flowId}`)).text()).toMatch(/<td class="Succeeded">Done after \d/);
});

test("pages of other sites cannot run it", async () => {
  const answered = await run('{"text":"a"}', { "content-type": "text/plain", origin: "https://evil.example" });

  expect(answered.status).toBe(403);
  expect(lastInput()).toBeUndefined();
});

test("the list names every flow, how it starts and its state", async () => {
  const page = await (await fetch(given.address)).text();

  expect(page).toContain(`<a href="/flows/${flowId}">Acme flow</a>`);
  expect(page).toContain("<td>A person</td>");
  expect(page).toContain('<td class="on">On</td>');
});
