import { longAgo, stuckAfterMs } from "../../domain/maintenance/intervals";
import { addMs } from "../../domain/values/instant";
import { addReports, startReport, stopReport, type Task, type TaskReport } from "./MaintenanceRun";
import { syncRecords } from "./syncRecords";

const pageSize = 100;

/**
 * Goes on with links that stand still: a run left its lease behind, or something waits to be sent that no message tells of,
 * such as what was edited while sending was switched off. While it is, only leases are looked at: what they stand for may be the
 * record's own columns. Whoever begins in the middle of the list comes round to its beginning.
 */
export const repairLinks: Task = async (run, memory) => {
  const since = addMs(run.startedOn, -stuckAfterMs);
  const leasesOnly = !run.settings.outboundEnabled;
  let after = memory.stuckAfter;
  let isWhole = after === null;
  let done: TaskReport = { ...startReport(), stopped: leasesOnly ? "switchedOff" : null };
  for (;;) {
    const stuck = await run.ports.maintenance.stuck(since, after ?? longAgo, pageSize, leasesOnly);
    if (stuck.kind === "failed") return { report: stopReport(done, stuck.failure), memory };
    const { report, last } = await syncRecords(run, stuck.value);
    done = addReports(done, report);
    // What cannot go on stays in the list, so whoever looks next begins behind it.
    after = last?.createdOn ?? after;
    if (!report.isFinished) return { report: done, memory: { ...memory, stuckAfter: after } };
    if (stuck.value.length === pageSize) continue;
    if (isWhole) return { report: done, memory: { ...memory, stuckAfter: null } };
    [isWhole, after] = [true, null];
  }
};
