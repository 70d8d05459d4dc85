import {
  switchNames,
  switchTable,
  type SwitchName,
} from "../../../../../scripts/tenant/partnerCenter/switches/switches";
import { startSandbox, type RunningSandbox } from "../startSandbox";
import { accessObservations } from "./accessObservations";
import { creationObservations } from "./creationObservations";
import { editObservations } from "./editObservations";
import { microsoftObservations } from "./microsoftObservations";
import { observe, type Observations } from "./Observer";
import { readingObservations } from "./readingObservations";
import { throttleObservations } from "./throttleObservations";
import { webhookObservations } from "./webhookObservations";

/** Adding a switch without saying what it does to a caller does not compile. */
const observations: Observations<SwitchName> = {
  ...accessObservations,
  ...creationObservations,
  ...editObservations,
  ...microsoftObservations,
  ...readingObservations,
  ...throttleObservations,
  ...webhookObservations,
};

let running: RunningSandbox;

beforeEach(async () => {
  running = await startSandbox();
});
afterEach(() => running.stop());

const settings = switchNames.flatMap((name) => switchTable[name].values.map((value) => [name, value] as const));

test.each(settings)("switch %s at %s", async (name, value) => {
  const set = await running.call("PATCH", "/sandbox/switches", { body: { [name]: value } });

  expect(set.status).toBe(200);
  expect(await observations[name].see(observe(running))).toEqual(observations[name].expected[value]);
});

test.each(switchNames)("the values of switch %s can be told apart", (name) => {
  const seen = switchTable[name].values.map((value) => JSON.stringify(observations[name].expected[value]));

  expect(new Set(seen).size).toBe(seen.length);
});

test("every switch starts at its documented default", async () => {
  const reply = await running.call("GET", "/sandbox/switches");

  for (const name of switchNames) expect(reply.body[name]).toBe(switchTable[name].default);
});

test.each([
  [{ createdStatus: "202" }],
  [{ createdstatus: "201" }],
  [{ pageSize: "200", unknown: "x" }],
  [{ constructor: "x" }],
])("the setting %j is refused and sets nothing", async (body) => {
  const reply = await running.call("PATCH", "/sandbox/switches", { body });

  expect(reply.status).toBe(400);
  expect(running.sandbox.state.switches.pageSize).toBe("100");
});

test("a rule's code stays the same at either status", async () => {
  running.sandbox.state.switches.validationStatus = "422";

  expect((await observe(running).post({})).body.error.innerError.code).toBe("requiredFieldMissing");
});
