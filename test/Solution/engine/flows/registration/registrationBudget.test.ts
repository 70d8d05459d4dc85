import { columns, customApis, environmentVariables, tables } from "../../../../../Solution/engine/domain/schema";
import type { RegistrationAnswer } from "../../../../../Solution/engine/domain/registration/RegistrationAnswer";
import type { EngineAnswer } from "../../../../../Solution/engine/flows/EngineAnswer";
import { answerPartnerCenter } from "../../support/answerPartnerCenter";
import type { HttpAnswer, HttpCall } from "../../support/FakeHost";
import { OperatorHost } from "../../support/OperatorHost";
import { runEngine } from "../../support/runEngine";

/* Registering the webhook and reading the registration back are calls like any other: they count, and end with the day's budget. */

const { connection } = columns;
const Endpoint = "https://flows.example/hook";

const isRegistration = ({ url }: HttpCall): boolean => url.includes("/webhooks/v1/registration");

/** A Partner Center that keeps one registration. */
const start = (budget: string, spent = 0): OperatorHost => {
  let held = "";
  const answer = (call: HttpCall): HttpAnswer => {
    if (!isRegistration(call)) return answerPartnerCenter(call);
    if (call.method === "GET" && held === "") return { status: 404, body: { code: "NotFound" } };
    if (call.method !== "GET" && !call.url.endsWith("/validationEvents")) held = call.body ?? "";
    return { status: 200, body: held };
  };
  const host = new OperatorHost(answer);
  host.env[environmentVariables.dailyCallBudget.schemaName] = budget;
  host.set(tables.connection.logicalName, {
    createdon: { $t: "dt", v: "2026-11-01T08:00:00.000Z" },
    [connection.callDay]: "2026-11-22",
    [connection.callCount]: spent,
  });
  return host;
};

const responseOf = (answer: EngineAnswer): unknown => {
  if (!("outputParameters" in answer)) throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.outputParameters["Response"] as string);
};

const register = async (host: OperatorHost): Promise<RegistrationAnswer> =>
  responseOf(
    await runEngine(host, {
      messageName: customApis.registerWebhook,
      inputParameters: { Endpoint, Overwrite: false },
    }),
  ) as RegistrationAnswer;

const maintain = async (host: OperatorHost) => {
  const inputParameters = { Tasks: "registration" };
  const answer = await runEngine(host, { messageName: customApis.runMaintenance, inputParameters });
  type Ran = { reports: { registration: { stopped: { code: string; words: string } | null } } };
  return (responseOf(answer) as Ran).reports.registration;
};

const calls = ({ httpCalls }: OperatorHost): number => httpCalls.filter(isRegistration).length;
const budgetWords = "The connector has used up the calls to Partner Center that your company allows it per day.";

test("every call of a registration is counted with the connection, the read-back of maintenance too", async () => {
  const host = start("10000", 7);
  expect((await register(host)).state).toBe("registered");
  const registering = calls(host);
  expect(registering).toBeGreaterThanOrEqual(3);

  host.nowMs += 61_000;
  expect((await maintain(host)).stopped).toBeNull();

  expect(calls(host)).toBe(registering + 1);
  expect(host.attribute(tables.connection.logicalName, connection.callCount)).toBe(7 + registering + 1);
});

test("an administrator registers by hand, however many of the day's calls are spent", async () => {
  const host = start("40", 40);

  expect(await register(host)).toMatchObject({ state: "registered" });

  expect(host.attribute(tables.connection.logicalName, connection.webhookEndpoint)).toBe(Endpoint);
});

test("when the day's calls are spent the registration is not read back, and what was known stays known", async () => {
  const host = start("40");
  await register(host);
  const before = host.attribute(tables.connection.logicalName, connection.webhookState);
  const registering = calls(host);
  host.set(tables.connection.logicalName, { [connection.callCount]: 40 });
  host.forgetMemory();

  expect((await maintain(host)).stopped).toMatchObject({ code: "budget.spent", words: budgetWords });

  expect(calls(host)).toBe(registering);
  expect(host.attribute(tables.connection.logicalName, connection.webhookState)).toEqual(before);
});
