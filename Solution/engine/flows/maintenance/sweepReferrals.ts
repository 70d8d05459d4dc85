import { sweepEveryMs, sweepOverlapMs } from "../../domain/maintenance/intervals";
import { addMs, msBetween, type Instant } from "../../domain/values/instant";
import { notBegun, startReport, stopReport, type MaintenanceRun, type Task, type TaskReport } from "./MaintenanceRun";
import { syncRecords } from "./syncRecords";
import { scanChangedReferrals } from "./scanChangedReferrals";

const maxLeft = 1000;

/** Takes over what was seen of Partner Center while inbound was switched off, and left there. */
const sweepLeft = async (run: MaintenanceRun, since: Instant): Promise<TaskReport> => {
  const left = await run.ports.maintenance.left(since, maxLeft);
  if (left.kind === "failed") return stopReport(startReport(), left.failure);
  return (await syncRecords(run, left.value)).report;
};

/**
 * Finds what changed in Partner Center and no event told of. What it covers counts as covered only after it is applied or in
 * a message: a sweep that stops goes on where it was, and the next one begins a little before the beginning of the last.
 */
export const sweepReferrals: Task = async (run, memory) => {
  if (!run.settings.inboundEnabled) return { report: notBegun("switchedOff"), memory };
  const { sweep, sweptUntil } = memory;
  const isDue = sweep !== null || sweptUntil === null || msBetween(sweptUntil, run.startedOn) >= sweepEveryMs;
  if (!isDue) return { report: notBegun("notDue"), memory };
  const start = sweep ?? {
    startedOn: run.startedOn,
    reached: addMs(sweptUntil ?? memory.beganOn ?? run.startedOn, -sweepOverlapMs),
  };
  const left = await sweepLeft(run, addMs(sweptUntil ?? start.reached, -sweepOverlapMs));
  if (left.stopped !== null) return { report: left, memory };
  const { report, memory: after, position } = await scanChangedReferrals(run, memory, start);
  const isFinished = report.stopped === null;
  return {
    report,
    memory: { ...after, sweep: isFinished ? null : position, sweptUntil: isFinished ? start.startedOn : sweptUntil },
  };
};
