import type { FailureKind } from "../failure/FailureKind";
import { failureKind, toFailureCode } from "../failure/failureKinds";
import { toAdministratorWords } from "../failure/toAdministratorWords";
import type { HealthCheck, HealthCheckName } from "../health/HealthCheck";

/** Something that people have to be told of, though they look at nothing. */
export interface Alert {
  /** The cause: of one there is one alert, however often it strikes. */
  cause: string;
  title: string;
  words: string;
  fix: string;
  /** It keeps deals from being synced; otherwise it will, or keeps one of them. */
  isProblem: boolean;
}

/** Work that waits for a person, of one cause. */
export interface ParkedCause {
  failureCode: string;
  count: number;
}

/**
 * Lines of the self-test that call people. What is not among them follows from one that is, waits for nobody, or is how somebody
 * wants it.
 */
const calling = [
  "settings",
  "signIn",
  "registration",
  "lastEvent",
  "maintenance",
  "messages",
  "audit",
  "calls",
  "columns",
] as const satisfies readonly HealthCheckName[];

/** What stopped is told by its causes; of what waits, only that it waits too long. */
const isTold = ({ name, state }: HealthCheck): boolean =>
  calling.some((one) => one === name) && (name === "messages" ? state === "problem" : state !== "ok");

const toParkedAlert = ({ failureCode, count }: ParkedCause): Alert => {
  const code = toFailureCode(failureCode);
  const { owner }: FailureKind = failureKind(code);
  const { words, fix } = toAdministratorWords(code);
  return {
    cause: `parked ${failureCode}`,
    title: count === 1 ? "A change stopped and waits" : `${count} changes stopped and wait`,
    words,
    fix: `${fix} Replay it then in Sync Messages.`,
    isProblem: owner === "administrator",
  };
};

/** What stands at the moment, from the self-test and from the work that stopped. */
export const toAlerts = (checks: readonly HealthCheck[], parked: readonly ParkedCause[]): Alert[] => [
  ...checks
    .filter(isTold)
    .map(({ name, title, words, fix, state }) => ({ cause: name, title, words, fix, isProblem: state === "problem" })),
  ...parked.map(toParkedAlert),
];
