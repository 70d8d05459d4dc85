import type { TrailProblem } from "../audit/TrailProblem";
import { msBetween, type Instant } from "../values/instant";
import { ago } from "./ago";
import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

/** What is known about the trails. */
export interface AuditFindings {
  problems: readonly TrailProblem[];
  /** Names of records whose Audit column shows something else than their entries. */
  shownOtherwise: readonly string[];
  /** When maintenance had looked at all of them last; null before the first time. */
  passedOn: Instant | null;
}

const ofRecord = (record: string): string => (record === "" ? "of a record that was deleted" : `of “${record}”`);

/** One sentence for people. */
const toProblemWords = ({ kind, sequence, record, linkId }: TrailProblem): string => {
  if (linkId === "") return "An entry that no run wrote was put among the audit entries.";
  const entry = sequence === null ? "An entry without a number" : `Entry ${sequence}`;
  return `${entry} ${ofRecord(record)} was ${kind}.`;
};

const maxTold = 5;

const tell = (sentences: readonly string[]): string => {
  const left = sentences.length - maxTold;
  return [...sentences.slice(0, maxTold), ...(left > 0 ? [`And ${left} more.`] : [])].join(" ");
};

/** Whether the audit entries are what the connector wrote. */
export const checkAudit = ({ problems, shownOtherwise, passedOn }: AuditFindings, now: Instant): HealthCheck => {
  if (problems.length > 0)
    return problem(
      "audit",
      tell(problems.map(toProblemWords)),
      "Find out who it was: in the auditing of Dataverse, or by Modified By of the entry. Then put back what was there, from a backup if need be; this line goes when the entries fit again.",
    );
  if (shownOtherwise.length > 0)
    return warning(
      "audit",
      tell(shownOtherwise.map((name) => `The Audit column of “${name}” shows text that is in no audit entry.`)),
      "Nothing: with the next maintenance, or the next sync of the record, it shows its entries again. Look in the auditing of Dataverse who typed it.",
    );
  const when =
    passedOn === null ? "not all were looked at yet" : `all were looked at last ${ago(msBetween(passedOn, now))}`;
  return ok("audit", `No audit entry was altered, deleted or inserted; ${when}.`);
};
