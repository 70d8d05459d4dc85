import type { TrailProblem } from "../../domain/audit/TrailProblem";
import { auditPassEveryMs, longAgo } from "../../domain/maintenance/intervals";
import type { MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { msBetween } from "../../domain/values/instant";
import type { AuditedLink } from "../../ports/AuditLog";
import { toTrailProblems } from "../audit/toTrailProblems";
import { verifyTrails, type VerifiedTrail } from "../audit/verifyTrails";
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

/** Renders anew what shows something else than its entries. */
const showAgain = async (
  { ports }: MaintenanceRun,
  trails: readonly VerifiedTrail[],
  report: TaskReport,
): Promise<TaskReport> => {
  let shown = 0;
  for (const { link, shouldShow } of trails) {
    if (shouldShow === null || link.record === null) continue;
    const refusal = await ports.auditLog.showTrail(link.record, shouldShow);
    if (refusal !== null) return stopReport(report, refusal);
    shown += 1;
  }
  if (shown === 0) return report;
  return {
    ...report,
    warning: `${shown} Audit columns showed something else than their entries, and were written anew.`,
  };
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
