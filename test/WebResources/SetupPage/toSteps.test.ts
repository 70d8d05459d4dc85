import { notTried, problem } from "../../../Solution/engine/domain/health/HealthCheck";
import { cloudFlows } from "../../../Solution/engine/domain/schema";
import { toChecks } from "../../../WebResources/SetupPage/checks/toChecks";
import { toFlowsToTurnOn, toSteps } from "../../../WebResources/SetupPage/toSteps";
import { healthyFacts, read } from "./healthyFacts";

Object.assign(globalThis, { COSELL_VERSION: "1.2.3" });

test("everything is done where every check passes", () => {
  expect(toSteps(toChecks(healthyFacts)).map(({ isDone }) => isDone)).toEqual(Array(6).fill(true));
});

test("a step is left while one of its checks does not pass, and says which", () => {
  const health = [
    problem("settings", "Nothing is set.", "Set it."),
    notTried("secret", "settings"),
    notTried("signIn", "settings"),
  ];
  const [registration, signIn] = toSteps(toChecks({ ...healthyFacts, health: read(health) }));

  expect(registration).toMatchObject({ name: "registration", isDone: false });
  expect(registration?.open.map(({ name }) => name)).toEqual(["settings", "secret"]);
  // What is not told of is not done either.
  expect(signIn).toMatchObject({ name: "signIn", isDone: false });
});

test("nothing is done where nothing could be read", () => {
  const unread = { kind: "failed", words: "The environment did not answer." } as const;
  const facts = { ...healthyFacts, health: unread, flows: unread, members: unread };

  expect(toSteps(toChecks(facts)).filter(({ isDone }) => isDone)).toEqual([]);
});

test("the step of the flows is done though nobody wants to be told of trouble, and not without any other flow", () => {
  const doneWithout = (off: string): boolean | undefined => {
    const flows = read(Object.values(cloudFlows).map(({ id }) => ({ id, isOn: id !== off })));
    return toSteps(toChecks({ ...healthyFacts, flows })).find(({ name }) => name === "flows")?.isDone;
  };
  const optional = Object.values(cloudFlows).filter(({ id }) => doneWithout(id) === true);

  expect(optional).toEqual([cloudFlows.coSellAlerts]);
});

test("one press turns on what the step needs and leaves alerts off; alerts are offered once nothing else is off", () => {
  const allOff = Object.values(cloudFlows).map(({ id }) => ({ id, isOn: false }));
  const alerts = { id: cloudFlows.coSellAlerts.id, isOn: false };
  const pressed = toFlowsToTurnOn(allOff);

  expect(pressed).toEqual(allOff.filter(({ id }) => id !== alerts.id));
  expect(toFlowsToTurnOn(allOff.map((flow) => ({ ...flow, isOn: flow.id !== alerts.id })))).toEqual([alerts]);
});
