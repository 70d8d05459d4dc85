import { done, type Outcome } from "../../domain/failure/Outcome";
import { editsOverlapMs, fullPassEveryMs, longAgo } from "../../domain/maintenance/intervals";
import { leaseMs } from "../../domain/link/lease";
import { addMs, msBetween, type Instant } from "../../domain/values/instant";
import type { EditedDeal, EditedTable, MaintenanceStore } from "../../ports/MaintenanceStore";
import {
  addReports,
  notBegun,
  startReport,
  stopReport,
  type MaintenanceRun,
  type Task,
  type TaskOutcome,
} from "./MaintenanceRun";
import { syncRecords } from "./syncRecords";

const pageSize = 250;
const maxPageSize = 5000;

/**
 * A run saves its link last: a deal that was written after it was written by somebody else. A solution is written by nobody but
 * people, and one that was added while the run went on is its own to find; it may have been stopped before it looked again.
 */
const isMissed = (table: EditedTable, { modifiedOn, rowVersion, link }: EditedDeal): boolean => {
  if (link === null) return true;
  const isMet = table === "solution" && msBetween(modifiedOn, link.modifiedOn) < leaseMs;
  if (isMet || modifiedOn !== link.modifiedOn) return isMet || modifiedOn > link.modifiedOn;
  return Number(rowVersion) > Number(link.rowVersion);
};

/** A page that gets beyond its first moment: an import can edit hundreds in the same second. */
const readPage = async (
  store: MaintenanceStore,
  table: EditedTable,
  since: Instant,
): Promise<Outcome<{ deals: readonly EditedDeal[]; isLast: boolean }>> => {
  for (let limit = pageSize; ; limit *= 4) {
    const size = Math.min(limit, maxPageSize);
    const page = await store.edited(table, since, size);
    if (page.kind === "failed") return page;
    const isLast = page.value.length < size;
    const isStuck = !isLast && page.value.at(-1)?.modifiedOn === page.value[0]?.modifiedOn;
    if (!isStuck || size === maxPageSize) return done({ deals: page.value, isLast });
  }
};

const followTable = async (run: MaintenanceRun, table: EditedTable, { memory }: TaskOutcome): Promise<TaskOutcome> => {
  const fresh = addMs(run.startedOn, -editsOverlapMs);
  const since = memory.editsUntil[table] ?? longAgo;
  const page = await readPage(run.ports.maintenance, table, since);
  if (page.kind === "failed") return { report: stopReport(startReport(), page.failure), memory };
  const { deals, isLast } = page.value;
  const missed = deals.filter((deal) => isMissed(table, deal));
  const { report, last } = await syncRecords(run, missed);
  const end = isLast ? fresh : (deals.at(-1)?.modifiedOn ?? since);
  const until = report.isFinished ? end : (last?.modifiedOn ?? since);
  return {
    report: { ...report, isFinished: report.isFinished && isLast },
    memory: { ...memory, editsUntil: { ...memory.editsUntil, [table]: until } },
  };
};

/**
 * Once a week: every deal that is shared and not closed is compared with what was agreed, for a query each. A solution that was
 * taken out leaves nothing that tells when, so this is how it is found should its own step have been stopped.
 */
const passDeals = async (run: MaintenanceRun, { memory }: TaskOutcome): Promise<TaskOutcome> => {
  const passedOn = memory.dealsPassedOn ?? memory.beganOn ?? run.startedOn;
  const isDue = memory.dealsReached !== null || msBetween(passedOn, run.startedOn) >= fullPassEveryMs;
  if (!isDue) return { report: startReport(), memory: { ...memory, dealsPassedOn: passedOn } };
  const after = memory.dealsReached ?? longAgo;
  const page = await run.ports.maintenance.shared(after, pageSize);
  if (page.kind === "failed") return { report: stopReport(startReport(), page.failure), memory };
  const { report, last } = await syncRecords(run, page.value);
  const isLast = report.isFinished && page.value.length < pageSize;
  return {
    report: { ...report, isFinished: isLast },
    memory: isLast
      ? { ...memory, dealsPassedOn: run.startedOn, dealsReached: null }
      : { ...memory, dealsReached: last?.createdOn ?? memory.dealsReached },
  };
};

type Part = (run: MaintenanceRun, before: TaskOutcome) => Promise<TaskOutcome>;

const parts: readonly Part[] = [
  (run, before) => followTable(run, "opportunity", before),
  (run, before) => followTable(run, "lead", before),
  (run, before) => followTable(run, "solution", before),
  passDeals,
];

/** Follows edits in Dynamics 365 that neither the form nor the step followed, by the times that rows were changed. */
export const followEdits: Task = async (run, memory) => {
  if (!run.settings.outboundEnabled) return { report: notBegun("switchedOff"), memory };
  let outcome: TaskOutcome = { report: startReport(), memory };
  for (const part of parts) {
    const { report, memory: after } = await part(run, outcome);
    outcome = { memory: after, report: addReports(outcome.report, report) };
    if (report.stopped !== null) break;
  }
  return outcome;
};
