import { healthTitles, problem, type HealthCheck } from "../../../Solution/engine/domain/health/HealthCheck";
import { cloudFlows, connectionReferences, securityRoles } from "../../../Solution/engine/domain/schema";
import { toChecks } from "../../../WebResources/SetupPage/checks/toChecks";
import type { SetupCheck } from "../../../WebResources/SetupPage/checks/SetupCheck";
import type { SetupFacts } from "../../../WebResources/SetupPage/SetupFacts";
import { useTranslations } from "../../../WebResources/shared/language/texts";
import { healthyFacts, read } from "./healthyFacts";

Object.assign(globalThis, { COSELL_VERSION: "1.2.3" });

const failing = (facts: SetupFacts): Pick<SetupCheck, "name" | "state">[] =>
  toChecks(facts).flatMap(({ name, state }) => (state === "ok" ? [] : [{ name, state }]));

const membersWithout = (role: string): SetupFacts["members"] =>
  read({ ...Object.fromEntries(Object.values(securityRoles).map((each) => [each, 1])), [role]: 0 });

/** For each check of the page's own, facts that make it fail, and no other. */
const failures: readonly (readonly [name: string, state: SetupCheck["state"], facts: Partial<SetupFacts>])[] = [
  ...Object.values(cloudFlows).map(
    ({ id }) =>
      [
        `flow:${id}`,
        // Whether people are told of trouble is theirs to say.
        id === cloudFlows.coSellAlerts.id ? "warning" : "problem",
        { flows: read(Object.values(cloudFlows).map((flow) => ({ id: flow.id, isOn: flow.id !== id }))) },
      ] as const,
  ),
  ...Object.values(connectionReferences).map(
    ({ logicalName }) =>
      [
        `connection:${logicalName}`,
        "problem",
        {
          connections: read(
            Object.values(connectionReferences).map((each) => ({
              logicalName: each.logicalName,
              isConnected: each.logicalName !== logicalName,
            })),
          ),
        },
      ] as const,
  ),
  ["steps", "problem", { stepsOff: read(["CoSell: Update of opportunity"]) }],
  [`role:${securityRoles.coSellSeller}`, "problem", { members: membersWithout(securityRoles.coSellSeller) }],
  [`role:${securityRoles.coSellIntegration}`, "problem", { members: membersWithout(securityRoles.coSellIntegration) }],
  [`role:${securityRoles.coSellOperator}`, "warning", { members: membersWithout(securityRoles.coSellOperator) }],
  [
    `role:${securityRoles.coSellAdministrator}`,
    "warning",
    { members: membersWithout(securityRoles.coSellAdministrator) },
  ],
  ["conflicts", "warning", { conflicts: read(3) }],
  ["version", "warning", { version: read("1.2.2.0") }],
];

test("where everything is as it should be, every check passes", () => {
  const checks = toChecks(healthyFacts);

  expect(failing(healthyFacts)).toEqual([]);
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  // At least thirty things are looked at.
  expect(checks.length).toBeGreaterThanOrEqual(30);
});

test.each(failures)("%s fails for its cause, and nothing else does", (name, state, facts) => {
  expect(failing({ ...healthyFacts, ...facts })).toEqual([{ name, state }]);
});

test("each check of the page's own has facts that make it fail", () => {
  const own = toChecks(healthyFacts)
    .map(({ name }) => name)
    .filter((name) => !Object.hasOwn(healthTitles, name));

  expect(failures.map(([name]) => name).sort()).toEqual([...own].sort());
});

test("what fails says what to do and who can do it", () => {
  for (const [, , facts] of failures)
    for (const check of toChecks({ ...healthyFacts, ...facts }))
      if (check.state !== "ok") {
        expect(check.fix).not.toBe("");
        expect(check.owner).not.toBe("nobody");
      }
});

test("what could not be read is a line of its own and hides nothing", () => {
  const unread = { kind: "failed", words: "Your security roles do not allow this." } as const;
  const checks = toChecks({ ...healthyFacts, health: unread, members: unread, flows: unread });

  expect(checks.find(({ name }) => name === "server")).toMatchObject({ state: "problem", words: unread.words });
  expect(checks.filter(({ words }) => words === unread.words)).toHaveLength(1 + 4 + Object.keys(cloudFlows).length);
  expect(checks.find(({ name }) => name === "steps")).toMatchObject({ state: "ok" });
});

test("a server of another version may look at more than this page knows", () => {
  const more = [{ ...problem("settings", "Something new is wrong.", "Mend it."), name: "somethingNew" as "settings" }];

  expect(failing({ ...healthyFacts, health: read(more) })).toEqual([{ name: "somethingNew", state: "problem" }]);
});

it("names the server's checks in the user's language, and one that a newer server added as the server does", () => {
  const added = { ...problem("signIn", "It is new.", ""), name: "newer", title: "Newer" };
  const health = read([problem("signIn", "It ended.", "Sign in."), added] as HealthCheck[]);
  useTranslations(new Map([["setup.checks.health.signIn", "Anmeldung"]]));
  const titles = toChecks({ ...healthyFacts, health }).map(({ title }) => title);
  useTranslations(new Map());
  expect(titles.slice(0, 2)).toEqual(["Anmeldung", "Newer"]);
});
