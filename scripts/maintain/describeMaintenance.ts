import type { Alert } from "../../Solution/engine/domain/alerts/Alert";
import type { FailureWords } from "../../Solution/engine/domain/failure/Failure";

/** What `cosell_RunMaintenance` says of one of its tasks. */
interface TaskReport {
  handled: number;
  failed: number;
  isFinished: boolean;
  stopped: FailureWords | "switchedOff" | "notDue" | "outOfTime" | null;
  warning?: string;
}

/** What `cosell_RunMaintenance` answers, as JSON text in `Response`. */
export type MaintenanceResult =
  { kind: "busy" } | { kind: "ran"; reports: Readonly<Record<string, TaskReport>>; isFinished: boolean };

/** What `cosell_RaiseAlerts` answers, as JSON text in `Response`. */
export interface AlertReport {
  raised: readonly Alert[];
  standing: readonly Alert[];
  /** How many people were told in the app. */
  people: number;
}

export interface MaintenanceLine {
  words: string;
  /** Whether a person has to do something. */
  needsPerson: boolean;
  /** Whether the next run goes on where this one stopped. */
  isFinished: boolean;
}

/** What tasks look into, in the words of the one line. */
const nouns: Readonly<Record<string, string>> = {
  messages: "waiting messages",
  links: "unfinished links",
  edits: "edits in Dynamics 365",
  sweep: "changes in Partner Center",
  fullPass: "records of the weekly pass",
  registration: "webhook registration",
  signIn: "sign-in",
  audit: "audit trails",
};

/** One run in one line: what was done, what is wrong, who can repair it. */
export function describeMaintenance(result: MaintenanceResult): MaintenanceLine {
  if (result.kind === "busy")
    return { words: "Nothing to do: another run is at it.", needsPerson: false, isFinished: true };
  const reports = Object.entries(result.reports);
  const done = reports.filter(([, { handled }]) => handled > 0).map(([name, report]) => describeWork(name, report));
  const wrong = [...new Set(reports.flatMap(([name, report]) => describeTrouble(name, report)))];
  const parts = [
    done.length > 0 ? `Done: ${done.join(", ")}.` : "Done: nothing waited.",
    ...wrong,
    ...(result.isFinished ? [] : ["More is left; the next run goes on."]),
  ];
  return {
    words: parts.join(" "),
    needsPerson: reports.some(([, report]) => needsPerson(report)),
    isFinished: result.isFinished,
  };
}

/** The line with what stands and calls people. */
export function withAlerts(line: MaintenanceLine, { raised, standing, people }: AlertReport): MaintenanceLine {
  const stands = standing.map(({ title, words, fix }) => `${title}: ${words} ${fix}`);
  const told = raised.length > 0 && people > 0 ? [`Told in the app: ${people}.`] : [];
  return {
    ...line,
    words: [line.words, ...stands, ...told].join(" "),
    needsPerson: line.needsPerson || standing.some(({ isProblem }) => isProblem),
  };
}

const describeWork = (name: string, { handled, failed }: TaskReport): string =>
  `${handled} ${nouns[name] ?? name}${failed > 0 ? ` (${failed} failed and wait; Setup and health says why)` : ""}`;

function describeTrouble(name: string, { stopped, warning }: TaskReport): string[] {
  const told = warning === undefined ? [] : [`Warning: ${warning}`];
  if (stopped === "switchedOff") return [...told, `Switched off: ${nouns[name] ?? name}.`];
  if (typeof stopped !== "object" || stopped === null) return told;
  return [...told, `Wrong: ${stopped.words} ${stopped.fix} (${whoOf(stopped.owner)})`];
}

/** Trouble that ends by itself needs nobody. */
function needsPerson({ stopped, warning }: TaskReport): boolean {
  if (warning !== undefined) return true;
  return typeof stopped === "object" && stopped !== null && stopped.owner !== "nobody";
}

const whoOf = (owner: FailureWords["owner"]): string =>
  owner === "nobody" ? "it passes by itself" : `for the ${people[owner]}`;

const people = {
  seller: "seller of the record",
  administrator: "administrator of the connector",
  microsoft: "support of Microsoft",
} as const;
