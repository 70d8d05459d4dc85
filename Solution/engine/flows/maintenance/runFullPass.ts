import { fullPassEveryMs, longAgo } from "../../domain/maintenance/intervals";
import type { MaintenanceMemory } from "../../domain/maintenance/MaintenanceMemory";
import { msBetween } from "../../domain/values/instant";
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
import { scanChangedReferrals } from "./scanChangedReferrals";

const pageSize = 100;

/**
 * Whether Partner Center lists Microsoft's referrals is not documented. Where it never did, the deals that Microsoft was
 * invited to are looked at one by one.
 */
const lookAtMicrosofts = async (run: MaintenanceRun, memory: MaintenanceMemory): Promise<TaskOutcome> => {
  let state: TaskOutcome = { report: startReport(), memory };
  for (;;) {
    const after = state.memory.lookedUntil ?? longAgo;
    const page = await run.ports.maintenance.withMicrosoft(after, pageSize);
    if (page.kind === "failed") return { ...state, report: stopReport(state.report, page.failure) };
    const { report, last } = await syncRecords({ ...run, ports: run.background }, page.value, { look: true });
    state = {
      report: addReports(state.report, report),
      memory: { ...state.memory, lookedUntil: last?.createdOn ?? state.memory.lookedUntil },
    };
    if (report.stopped !== null || page.value.length < pageSize) return state;
  }
};

const end = (memory: MaintenanceMemory, passedOn: string): MaintenanceMemory => ({
  ...memory,
  passedOn,
  fullPass: null,
  lookedUntil: null,
});

/** Once a week: looks through all referrals, whatever was told about them before. Goes on where the last run stopped. */
export const runFullPass: Task = async (run, memory) => {
  if (!run.settings.inboundEnabled) return { report: notBegun("switchedOff"), memory };
  // The first one is due a week after the beginning: until then everything is new.
  const passedOn = memory.passedOn ?? memory.beganOn ?? run.startedOn;
  const isDue = memory.fullPass !== null || msBetween(passedOn, run.startedOn) >= fullPassEveryMs;
  if (!isDue) return { report: notBegun("notDue"), memory: { ...memory, passedOn } };
  const start = memory.fullPass ?? { startedOn: run.startedOn, reached: longAgo };
  const walked = await scanChangedReferrals(run, memory, start);
  if (walked.report.stopped !== null)
    return { report: walked.report, memory: { ...walked.memory, fullPass: walked.position } };
  if (walked.memory.listsMicrosofts) return { report: walked.report, memory: end(walked.memory, start.startedOn) };
  const looked = await lookAtMicrosofts(run, walked.memory);
  const report = { ...looked.report, handled: looked.report.handled + walked.report.handled };
  const isFinished = report.stopped === null;
  // The walk itself is done: going on from its end costs one page.
  const position = { ...start, reached: start.startedOn };
  return {
    report,
    memory: isFinished ? end(looked.memory, start.startedOn) : { ...looked.memory, fullPass: position },
  };
};
