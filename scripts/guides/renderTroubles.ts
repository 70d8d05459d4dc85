import { failureKinds } from "../../Solution/engine/domain/failure/failureKinds";
import type { FailureKind, FailureOwner } from "../../Solution/engine/domain/failure/FailureKind";
import { findingKinds } from "../../Solution/engine/domain/validation/findingKinds";
import { mappingProblemKinds } from "../../Solution/engine/domain/fieldMapping/mappingProblemKinds";
import { eventRefusals } from "../../Solution/engine/domain/webhook/eventRefusals";
import { strings } from "../../WebResources/SetupPage/strings";
import { transportFailureWords, wishTransportWords } from "../../WebResources/shared/forms/strings";
import { failingChecks } from "./failingChecks";
import { code, page, table } from "./markdown";

/** What is written by hand ends here; what follows is written by `npm run generate`. */
const border = "<!-- What follows is made by npm run generate, of the catalogues in the code. -->";

/** The page with its tables made anew; `committed` is the page as it stands, whose beginning is kept. Throws where it has no border. */
export function renderTroubles(committed: string): Promise<string> {
  const [front, ...rest] = committed.split(border);
  if (front === undefined || rest.length !== 1) throw new Error(`The page needs one line ${border}`);
  return page([front.trim(), border, ...tables()]);
}

const tables = (): string[] => [
  "## Every finding",
  "What the panel lists before a deal can be sent, or beside one that was. Must: the deal is not sent before. Words in braces stand for what is meant.",
  table(
    ["Kind", "What you see", "What to do"],
    Object.values(findingKinds).map(({ severity, words, fix }) => [
      severity === "blocking" ? "Must" : "Look",
      words,
      fix,
    ]),
  ),
  "## Every failure",
  "What the panel shows under **What happened**, and what a Sync Message holds. The code is in the message's column **Failure Code**.",
  ...Object.entries(failureGroups).flatMap(([group, title]) => [`### ${title}`, failureTable(group)]),
  "## What the form says after a save",
  "Of a save, which has succeeded in each of these cases:",
  table(
    ["What you see"],
    Object.values(transportFailureWords).map((words) => [words]),
  ),
  "Of an answer to Microsoft, a decision or a command:",
  table(
    ["What you see"],
    Object.values(wishTransportWords).map((words) => [words]),
  ),
  "## Every check",
  "Lines of **Setup and health** and of `npm run health` that have not passed. Figures and names are examples. Checks of sign-in and access can show any failure whose code begins with `token.`, `connection.` or `partnerCenter.`",
  table(["Check", "State", "What you see", "What to do"], checkRows()),
  "## Every problem of a field mapping",
  "What the page and `cosell_CheckMapping` say of a row. Left out: the row does not take part, and a standard row counts as it was delivered.",
  table(
    ["Kind", "What you see", "What to do"],
    Object.values(mappingProblemKinds).map(({ severity, words, fix }) => [
      severity === "leftOut" ? "Left out" : "Look",
      words,
      fix,
    ]),
  ),
  "## Every notification that is refused",
  "What the flow **Partner Center to Dynamics 365** answers in its run history to what did not prove to come from Microsoft, or makes no sense. Nothing of it is read further.",
  table(
    ["Status", "What you see"],
    Object.values(eventRefusals).map(({ status, words }) => [String(status), words]),
  ),
];

const failureGroups = {
  partnerCenter: "Partner Center",
  budget: "The calls of the day",
  token: "The sign-in",
  connection: "The connection",
  http: "The network",
  host: "The plug-in host",
  dataverse: "Dynamics 365",
  customize: "Your company's Customize API",
  inbound: "What comes from Partner Center",
  referral: "One deal",
  conflict: "A decision",
  request: "A request",
} as const;

const owners: Readonly<Record<FailureOwner, string>> = {
  seller: "the seller",
  administrator: "an administrator",
  microsoft: "Microsoft",
  nobody: "nobody: it settles itself",
};

const retries: Readonly<Record<FailureKind["retry"], string>> = {
  transient: "for 26 hours",
  throttled: "until it goes",
  onItsWay: "for some minutes",
  person: "no",
  fatal: "no",
};

const failureTable = (group: string): string =>
  table(
    ["Code", "What happened", "What to do", "Who", "Tried again"],
    Object.entries<FailureKind>(failureKinds)
      .filter(([name]) => name.split(".")[0] === group)
      .map(([name, { words, fix, owner, retry }]) => [code(name), words, fix, owners[owner], retries[retry]]),
  );

/** Codes that no group holds; empty while every one has a table. */
export const ungroupedFailures = (): string[] =>
  Object.keys(failureKinds).filter((name) => !Object.hasOwn(failureGroups, name.split(".")[0] ?? ""));

function checkRows(): string[][] {
  const { checks } = strings;
  const { states } = checks;
  const name = "…";
  return [
    ...failingChecks().map(({ title, state, words, fix }) => [title, states[state], words, fix]),
    [checks.server.title, states.problem, strings.requests.forbidden, checks.unreadFix],
    [checks.server.title, states.problem, strings.requests.failed, checks.server.fix],
    [checks.flow.title(name), states.problem, checks.flow.off, checks.flow.fix],
    [checks.flow.title(name), states.problem, checks.flow.missing, checks.importAgain],
    [checks.flow.title("Co-sell alerts"), states.warning, checks.flow.alertsOff, checks.flow.alertsFix],
    [checks.connection.title(name), states.problem, checks.connection.empty, checks.connection.fix(name)],
    [checks.connection.title(name), states.problem, checks.connection.missing, checks.importAgain],
    [checks.steps.title, states.problem, checks.steps.off(name), checks.steps.fix],
    [checks.role.title(name), states.problem, checks.role.none, checks.role.fix(name)],
    [checks.conflicts.title, states.warning, checks.conflicts.some(2), checks.conflicts.fix],
    [checks.version.title, states.warning, checks.version.differs("1.1.0.0", "1.0.0"), checks.version.fix],
  ];
}
