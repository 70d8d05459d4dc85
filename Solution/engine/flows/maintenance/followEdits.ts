import { done, type Outcome } from "../../domain/failure/Outcome";
import { editsOverlapMs, longAgo } from "../../domain/maintenance/intervals";
import type { DealTable } from "../../domain/opportunity/DealRecord";
import { addMs, type Instant } from "../../domain/values/instant";
import type { EditedDeal, MaintenanceStore } from "../../ports/MaintenanceStore";
import { notBegun, startReport, stopReport, type MaintenanceRun, type Task, type TaskOutcome } from "./MaintenanceRun";
import { syncDeals } from "./syncDeals";

const pageSize = 250;
const maxPageSize = 5000;

/** A run saves its link last: a deal that was written after it was written by somebody else. */
const isMissed = ({ modifiedOn, rowVersion, link }: EditedDeal): boolean => {
  if (link === null || modifiedOn !== link.modifiedOn) return link === null || modifiedOn > link.modifiedOn;
  return Number(rowVersion) > Number(link.rowVersion);
};

/** A page that gets beyond its first moment: an import can edit hundreds in the same second. */
const readPage = async (
  store: MaintenanceStore,
  table: DealTable,
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

const followTable = async (run: MaintenanceRun, table: DealTable, { memory }: TaskOutcome): Promise<TaskOutcome> => {
  const fresh = addMs(run.startedOn, -editsOverlapMs);
  const since = memory.editsUntil[table] ?? longAgo;
  const page = await readPage(run.ports.maintenance, table, since);
  if (page.kind === "failed") return { report: stopReport(startReport(), page.failure), memory };
  const { deals, isLast } = page.value;
  const { report, last } = await syncDeals(run, deals.filter(isMissed));
  const end = isLast ? fresh : (deals.at(-1)?.modifiedOn ?? since);
  const until = report.isFinished ? end : (last?.modifiedOn ?? since);
  return {
    report: { ...report, isFinished: report.isFinished && isLast },
    memory: { ...memory, editsUntil: { ...memory.editsUntil, [table]: until } },
  };
};

/** Follows edits in Dynamics 365 that neither the form nor the step followed, by the times that rows were changed. */
export const followEdits: Task = async (run, memory) => {
  if (!run.settings.outboundEnabled) return { report: notBegun("switchedOff"), memory };
  const first = await followTable(run, "opportunity", { report: startReport(), memory });
  if (first.report.stopped !== null) return first;
  const second = await followTable(run, "lead", first);
  return {
    memory: second.memory,
    report: {
      ...second.report,
      handled: first.report.handled + second.report.handled,
      failed: first.report.failed + second.report.failed,
      isFinished: first.report.isFinished && second.report.isFinished,
    },
  };
};
