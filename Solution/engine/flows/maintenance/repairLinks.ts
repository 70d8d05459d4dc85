import { longAgo, stuckAfterMs } from "../../domain/maintenance/intervals";
import { addMs } from "../../domain/values/instant";
import { notBegun, startReport, stopReport, type Task } from "./MaintenanceRun";
import { syncDeals } from "./syncDeals";

const pageSize = 100;

/**
 * Goes on with links that stand still: a run left its lease behind, or something waits to be sent that no message tells of,
 * such as what was edited while sending was switched off.
 */
export const repairLinks: Task = async (run, memory) => {
  if (!run.settings.outboundEnabled) return { report: notBegun("switchedOff"), memory };
  const after = memory.stuckAfter ?? longAgo;
  const stuck = await run.ports.maintenance.stuck(addMs(run.startedOn, -stuckAfterMs), after, pageSize);
  if (stuck.kind === "failed") return { report: stopReport(startReport(), stuck.failure), memory };
  const { report, last } = await syncDeals(run, stuck.value);
  const isLastPage = stuck.value.length < pageSize;
  // What cannot go on stays in the list, so the next run begins behind it.
  const stuckAfter = report.isFinished && isLastPage ? null : (last?.createdOn ?? memory.stuckAfter);
  return { report: { ...report, isFinished: report.isFinished && isLastPage }, memory: { ...memory, stuckAfter } };
};
