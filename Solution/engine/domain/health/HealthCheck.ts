import type { FailureOwner } from "../failure/FailureKind";
import type { FailureWords } from "../failure/Failure";
import { toAdministratorWords } from "../failure/toAdministratorWords";

/** What the self-test looks at, in the order it is told. */
export const healthTitles = {
  settings: "Settings",
  secret: "Client secret",
  signIn: "Sign-in",
  referralsToken: "Access to referrals",
  webhooksToken: "Access to webhook registration",
  referrals: "Referrals API",
  secondFactor: "Multi-factor authentication",
  registration: "Webhook registration",
  lastEvent: "Last notification",
  maintenance: "Maintenance",
  messages: "Waiting work",
  jobs: "System jobs",
  audit: "Audit entries",
  calls: "Calls to Partner Center today",
  columns: "Field names",
  customize: "Customize API",
  catalogue: "Microsoft Solution Details",
  switches: "Switches",
  taxonomy: "Lists of Microsoft",
} as const;

export type HealthCheckName = keyof typeof healthTitles;

/** One line of the self-test. */
export interface HealthCheck {
  name: HealthCheckName;
  title: string;
  state: "ok" | "warning" | "problem";
  words: string;
  /** Empty where nothing is to be done. */
  fix: string;
  owner: FailureOwner;
}

export const ok = (name: HealthCheckName, words: string): HealthCheck => ({
  name,
  title: healthTitles[name],
  state: "ok",
  words,
  fix: "",
  owner: "nobody",
});

export const warning = (name: HealthCheckName, words: string, fix: string): HealthCheck => ({
  ...ok(name, words),
  state: "warning",
  fix,
  owner: "administrator",
});

export const problem = (name: HealthCheckName, words: string, fix: string): HealthCheck => ({
  ...warning(name, words, fix),
  state: "problem",
});

/** A failure of the catalogue as a line of its own; `toWords` where another host's words fit better. */
export const failedCheck = (
  name: HealthCheckName,
  code: string,
  toWords: (code: string) => FailureWords = toAdministratorWords,
): HealthCheck => {
  const { words, fix, owner } = toWords(code);
  return { ...problem(name, words, fix), owner };
};

/** A line that could not be tried, as an earlier one has the problem. */
export const notTried = (name: HealthCheckName, because: HealthCheckName): HealthCheck => ({
  ...ok(name, `Not tried: see ${healthTitles[because]}.`),
  state: "warning",
});

const order = ["ok", "warning", "problem"] as const;

/** The state of the whole: that of its worst line. */
export const worstOf = (checks: readonly HealthCheck[]): HealthCheck["state"] =>
  order[Math.max(0, ...checks.map(({ state }) => order.indexOf(state)))] ?? "ok";

/** Fix of everything that only maintenance does. */
export const turnMaintenanceOn = "Turn on the flow “Co-sell maintenance”, and look at its run history.";
