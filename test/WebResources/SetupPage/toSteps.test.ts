import { notTried, problem } from "../../../Solution/engine/domain/health/HealthCheck";
import { cloudFlows } from "../../../Solution/engine/domain/schema";
import { toChecks } from "../../../WebResources/SetupPage/checks/toChecks";
import { maySetUp, type SetupFacts } from "../../../WebResources/SetupPage/SetupFacts";
import { toFlowsToTurnOn, toSteps } from "../../../WebResources/SetupPage/toSteps";
import { healthyFacts, read } from "./healthyFacts";

Object.assign(globalThis, { COSELL_VERSION: "1.2.3" });

test("everything is done where every check passes", () => {
  expect(toSteps(toChecks(healthyFacts), true).map(({ state }) => state)).toEqual(Array(6).fill("done"));
});

test("a step is left while one of its checks does not pass, and says which", () => {
  const health = [
    problem("settings", "Nothing is set.", "Set it."),
    notTried("secret", "settings"),
    notTried("signIn", "settings"),
  ];
  const [registration, signIn] = toSteps(toChecks({ ...healthyFacts, health: read(health) }), true);

  expect(registration).toMatchObject({ name: "registration", state: "open" });
  expect(registration?.open.map(({ name }) => name)).toEqual(["settings", "secret"]);
  // What is not told of is not done either.
  expect(signIn).toMatchObject({ name: "signIn", state: "open" });
});

test("nothing is done where nothing could be read", () => {
  const unread = { kind: "failed", words: "The environment did not answer." } as const;
  const facts = { ...healthyFacts, health: unread, flows: unread, members: unread };

  expect(toSteps(toChecks(facts), true).filter(({ state }) => state === "done")).toEqual([]);
});

test("an operator is told what waits for an administrator, what only that one sees, and nothing to do oneself", () => {
  const health = { kind: "failed", words: "Your roles do not allow this.", isForbidden: true } as const;
  // An operator reads flows of their own alone, and here nobody has the role of sellers.
  const facts = { ...healthyFacts, health, flows: read([]), members: read({}) };
  const statesOf = (seen: SetupFacts) =>
    Object.fromEntries(toSteps(toChecks(seen), maySetUp(seen)).map(({ name, state }) => [name, state]));

  expect(statesOf(facts)).toEqual({
    registration: "unseen",
    signIn: "unseen",
    flows: "unseen",
    notifications: "unseen",
    people: "administrator",
    solutions: "unseen",
  });
  expect(statesOf({ ...facts, flows: healthyFacts.flows, members: healthyFacts.members })).toMatchObject({
    flows: "done",
    people: "done",
  });
  // An outage says nothing of roles: whoever meets it is not sent to somebody else.
  const outage = { ...facts, health: { kind: "failed", words: "The environment did not answer." } as const };
  expect(new Set(Object.values(statesOf(outage)))).toEqual(new Set(["open"]));
});

test("the step of the flows is done though nobody wants to be told of trouble, and not without any other flow", () => {
  const doneWithout = (off: string): boolean => {
    const flows = read(Object.values(cloudFlows).map(({ id }) => ({ id, isOn: id !== off })));
    return toSteps(toChecks({ ...healthyFacts, flows }), true).find(({ name }) => name === "flows")?.state === "done";
  };
  const optional = Object.values(cloudFlows).filter(({ id }) => doneWithout(id));

  expect(optional).toEqual([cloudFlows.coSellAlerts]);
});

test("one press turns on what the step needs and leaves alerts off; alerts are offered once nothing else is off", () => {
  const allOff = Object.values(cloudFlows).map(({ id }) => ({ id, isOn: false }));
  const alerts = { id: cloudFlows.coSellAlerts.id, isOn: false };
  const pressed = toFlowsToTurnOn(allOff);

  expect(pressed).toEqual(allOff.filter(({ id }) => id !== alerts.id));
  expect(toFlowsToTurnOn(allOff.map((flow) => ({ ...flow, isOn: flow.id !== alerts.id })))).toEqual([alerts]);
});
