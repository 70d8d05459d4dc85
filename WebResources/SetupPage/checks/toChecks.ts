import type { HealthCheck, HealthCheckName } from "../../../Solution/engine/domain/health/HealthCheck";
import { cloudFlows, connectionReferences, securityRoles } from "../../../Solution/engine/domain/schema";
import type { RequestFailure } from "../SetupClient";
import type { SetupFacts } from "../SetupFacts";
import { strings } from "../strings";
import { checkOf, failed, passed, unread, warned, type CheckGroup, type SetupCheck } from "./SetupCheck";

/** Version of the solution that this page was built with, such as `1.0.14`; the build writes it in. */
declare const COSELL_VERSION: string;

/** Everything that is checked: what the server knows of itself, and what only an administrator's rights can read. */
export const toChecks = (facts: SetupFacts): readonly SetupCheck[] => [
  ...serverChecks(facts),
  ...flowChecks(facts),
  ...connectionChecks(facts),
  stepsCheck(facts),
  ...memberChecks(facts),
  conflictsCheck(facts),
  versionCheck(facts),
];

/** What a line of the server's self-test is about. */
const groups: Readonly<Record<HealthCheckName, CheckGroup>> = {
  settings: "access",
  secret: "access",
  signIn: "access",
  referralsToken: "access",
  webhooksToken: "access",
  referrals: "access",
  secondFactor: "access",
  registration: "flows",
  lastEvent: "flows",
  maintenance: "flows",
  messages: "work",
  jobs: "work",
  audit: "work",
  calls: "work",
  columns: "data",
  customize: "data",
  catalogue: "data",
  switches: "data",
  taxonomy: "data",
};

const isKnown = (name: string): name is HealthCheckName => Object.hasOwn(groups, name);

const toCheck = (check: HealthCheck): SetupCheck => ({
  ...check,
  // A newer server may look at more than this page knows.
  title: isKnown(check.name) ? strings.checks.health[check.name] : check.title,
  group: isKnown(check.name) ? groups[check.name] : "work",
});

const serverChecks = ({ health }: SetupFacts): SetupCheck[] => {
  const about = { name: "server", title: strings.checks.server.title, group: "access" } as const;
  if (health.kind === "done") return health.value.map(toCheck);
  return [health.isForbidden ? unread(about, health) : failed(about, health.words, strings.checks.server.fix)];
};

/** Others than administrators see the flows and connection references of their own alone. */
const isHidden = (health: SetupFacts["health"]): health is RequestFailure =>
  health.kind === "failed" && health.isForbidden === true;

const flowChecks = ({ flows, health }: SetupFacts): SetupCheck[] =>
  Object.values(cloudFlows).map(({ id, name }) => {
    const about = { name: `flow:${id}`, title: strings.checks.flow.title(name), group: "flows" } as const;
    return checkOf(about, flows, (known) => {
      const flow = known.find((each) => each.id === id);
      if (flow === undefined && isHidden(health)) return unread(about, health);
      if (flow === undefined) return failed(about, strings.checks.flow.missing, strings.checks.importAgain);
      if (flow.isOn) return passed(about, strings.checks.flow.on);
      return id === cloudFlows.coSellAlerts.id
        ? warned(about, strings.checks.flow.alertsOff, strings.checks.flow.alertsFix)
        : failed(about, strings.checks.flow.off, strings.checks.flow.fix);
    });
  });

const connectionChecks = ({ connections, health }: SetupFacts): SetupCheck[] =>
  Object.values(connectionReferences).map(({ logicalName, displayName }) => {
    const title = strings.checks.connection.title(displayName);
    const about = { name: `connection:${logicalName}`, title, group: "flows" } as const;
    return checkOf(about, connections, (known) => {
      const reference = known.find((each) => each.logicalName.toLowerCase() === logicalName.toLowerCase());
      if (reference === undefined && isHidden(health)) return unread(about, health);
      if (reference === undefined) return failed(about, strings.checks.connection.missing, strings.checks.importAgain);
      return reference.isConnected
        ? passed(about, strings.checks.connection.connected)
        : failed(about, strings.checks.connection.empty, strings.checks.connection.fix(displayName));
    });
  });

const stepsCheck = ({ stepsOff }: SetupFacts): SetupCheck => {
  const about = { name: "steps", title: strings.checks.steps.title, group: "work" } as const;
  return checkOf(about, stepsOff, (names) =>
    names.length === 0
      ? passed(about, strings.checks.steps.on)
      : failed(about, strings.checks.steps.off(names.join(", ")), strings.checks.steps.fix),
  );
};

const memberChecks = ({ members }: SetupFacts): SetupCheck[] => {
  const about = (role: string) =>
    ({ name: `role:${role}`, title: strings.checks.role.title(role), group: "people" }) as const;
  const { coSellSeller, coSellIntegration, coSellOperator, coSellAdministrator } = securityRoles;
  const judge = (role: string, checkNone: typeof failed): SetupCheck =>
    checkOf(about(role), members, (known) => {
      const count = known[role] ?? 0;
      return count > 0
        ? passed(about(role), strings.checks.role.some(count))
        : checkNone(about(role), strings.checks.role.none, strings.checks.role.fix(role));
    });
  return [
    judge(coSellSeller, failed),
    judge(coSellIntegration, failed),
    judge(coSellOperator, warned),
    judge(coSellAdministrator, warned),
  ];
};

const conflictsCheck = ({ conflicts }: SetupFacts): SetupCheck => {
  const about = { name: "conflicts", title: strings.checks.conflicts.title, group: "work" } as const;
  return checkOf(about, conflicts, (count) =>
    count === 0
      ? passed(about, strings.checks.conflicts.none)
      : { ...warned(about, strings.checks.conflicts.some(count), strings.checks.conflicts.fix), owner: "seller" },
  );
};

const versionCheck = ({ version }: SetupFacts): SetupCheck => {
  const about = { name: "version", title: strings.checks.version.title, group: "data" } as const;
  return checkOf(about, version, (imported) =>
    imported === "" || imported.startsWith(`${COSELL_VERSION}.`) || imported === COSELL_VERSION
      ? passed(about, imported === "" ? strings.checks.version.unnamed : strings.checks.version.same(imported))
      : warned(about, strings.checks.version.differs(imported, COSELL_VERSION), strings.checks.version.fix),
  );
};
