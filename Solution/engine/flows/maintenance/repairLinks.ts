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
  let after = memory.stuckAfter;
  let done = startReport();
  for (;;) {
    const since = addMs(run.startedOn, -stuckAfterMs);
    const stuck = await run.ports.maintenance.stuck(since, after ?? longAgo, pageSize);
    if (stuck.kind === "failed") return { report: stopReport(done, stuck.failure), memory };
    const { report, last } = await syncDeals(run, stuck.value);
    done = { ...report, handled: done.handled + report.handled, failed: done.failed + report.failed };
    // What cannot go on stays in the list, so whoever looks next begins behind it.
    after = last?.createdOn ?? after;
    if (!report.isFinished) return { report: done, memory: { ...memory, stuckAfter: after } };
    if (stuck.value.length < pageSize) return { report: done, memory: { ...memory, stuckAfter: null } };
  }
};
