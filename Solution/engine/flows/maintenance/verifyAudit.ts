import type { TrailProblem } from "../../domain/audit/TrailProblem";
import { auditPassEveryMs, longAgo } from "../../domain/maintenance/intervals";
import type { MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { msBetween } from "../../domain/values/instant";
import type { AuditedLink } from "../../ports/AuditLog";
import { toTrailProblems, verifyTrails, type VerifiedTrail } from "../audit/verifyTrails";
import { leaveToJob } from "../leaveToJob";
import { startReport, stopReport, type MaintenanceRun, type Task, type TaskReport } from "./MaintenanceRun";

/** Trails that every run looks at. */
const sampleSize = 10;
const maxRemembered = 20;
const maxStrays = 5;

/** What is remembered of problems, once these trails were looked at anew. */
const remember = (
  before: readonly TrailProblem[],
  links: readonly AuditedLink[],
  found: readonly TrailProblem[],
): readonly TrailProblem[] => {
  const isStale = ({ linkId }: TrailProblem): boolean => links.some(({ id }) => id === linkId);
  return [...before.filter((problem) => !isStale(problem)), ...found].slice(-maxRemembered);
};

/** Leaves what shows something else than its entries to a sync of its own, which writes it anew. */
const showAgain = async (
  { ports }: MaintenanceRun,
  trails: readonly VerifiedTrail[],
  report: TaskReport,
): Promise<TaskReport> => {
  const records = trails.flatMap(({ link: { record }, isShown }) => (isShown || record === null ? [] : [record]));
  for (const record of records) {
    const refusal = await leaveToJob(ports, record, { trail: true });
    if (refusal !== null) return stopReport(report, refusal);
  }
  if (records.length === 0) return report;
  return { ...report, warning: `Audit columns that show something else than their entries: ${records.length}.` };
};

/** Entries of no link, where the walk begins. */
const findStrays = async ({ ports }: MaintenanceRun): Promise<readonly TrailProblem[]> => {
  const strays = await ports.auditLog.strayEntries(maxStrays);
  if (strays.kind === "failed") return [];
  return strays.value.map(({ sequence }) => ({ kind: "inserted", sequence, linkId: "", record: "" }));
};

/**
 * Holds audit entries against the chain they are: a few trails each run, in turn, and all of them at least once a week. Columns
 * that show something else than their entries are written anew.
 */
export const verifyAudit: Task = async (run, before) => {
  let memory: MaintenanceMemory = before;
  let report = startReport();
  const { auditPassedOn } = before;
  const isPassDue = auditPassedOn === null || msBetween(auditPassedOn, run.startedOn) >= auditPassEveryMs;
  do {
    const page = await run.ports.auditLog.linksAfter(memory.auditReached ?? longAgo, sampleSize);
    if (page.kind === "failed") return { report: stopReport(report, page.failure), memory };
    const verified = await verifyTrails(run.ports, page.value);
    if (verified.kind === "failed") return { report: stopReport(report, verified.failure), memory };
    const strays = memory.auditReached === null ? await findStrays(run) : null;
    const kept = memory.auditProblems.filter(({ linkId }) => strays === null || linkId !== "");
    const found = [...(strays ?? []), ...verified.value.flatMap(toTrailProblems)];
    report = await showAgain(run, verified.value, { ...report, handled: report.handled + page.value.length });
    const isEnd = page.value.length < sampleSize;
    memory = {
      ...memory,
      auditProblems: remember(kept, page.value, found),
      auditReached: isEnd ? null : (page.value.at(-1)?.createdOn ?? null),
      auditPassedOn: isEnd ? run.startedOn : memory.auditPassedOn,
    };
  } while (isPassDue && memory.auditReached !== null && report.stopped === null && (await run.hasTime()));
  return { report, memory };
};
