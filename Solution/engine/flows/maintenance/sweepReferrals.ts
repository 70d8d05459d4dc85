import { sweepEveryMs, sweepOverlapMs } from "../../domain/maintenance/intervals";
import { addMs, msBetween } from "../../domain/values/instant";
import { notBegun, type Task } from "./MaintenanceRun";
import { walkReferrals } from "./walkReferrals";

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
  const { report, memory: after, position } = await walkReferrals(run, memory, start);
  const isFinished = report.stopped === null;
  return {
    report,
    memory: { ...after, sweep: isFinished ? null : position, sweptUntil: isFinished ? start.startedOn : sweptUntil },
  };
};
