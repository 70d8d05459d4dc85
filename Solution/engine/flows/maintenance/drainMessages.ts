import { failureKind, type FailureCode } from "../../domain/failure/failureKinds";
import { settingCodes } from "../../domain/maintenance/settingCodes";
import { signInCodes } from "../../domain/maintenance/signInCodes";
import { isSwitchedOn, type Direction, type Message } from "../../domain/maintenance/Message";
import { signInLifeMs } from "../../domain/maintenance/intervals";
import { addMs } from "../../domain/values/instant";
import { textHash } from "../../domain/values/textHash";
import { takeOn } from "./handleMessage";
import { notBegun, startReport, stopReport, type MaintenanceRun, type Task, type TaskReport } from "./MaintenanceRun";

const pageSize = 20;

/** Messages one after the other; stops where what is held back for one is held back for all. */
const handleAll = async (
  run: MaintenanceRun,
  messages: readonly Message[],
  before: TaskReport,
): Promise<TaskReport> => {
  let report = before;
  for (const message of messages) {
    if (!(await run.hasTime())) return stopReport(report, "outOfTime");
    const handled = await takeOn(run, message);
    if (handled.kind === "busy") continue;
    const isFailed = handled.kind === "failed";
    report = { ...report, handled: report.handled + 1, failed: report.failed + (isFailed ? 1 : 0) };
    if (isFailed && failureKind(handled.failure.code).retry === "throttled") return stopReport(report, handled.failure);
  }
  return report;
};

/** Failures whose cause is known to be over before the time that was planned for them. */
const possibleAgain = async ({ ports, settings }: MaintenanceRun): Promise<readonly FailureCode[]> =>
  (await ports.calls.refuse(settings.dailyCallBudget, "records")) === null ? ["budget.spent"] : [];

const drain = async (run: MaintenanceRun, direction: Direction, before: TaskReport): Promise<TaskReport> => {
  let report = before;
  const early = await possibleAgain(run);
  const seen = new Set<string>();
  for (;;) {
    const due = await run.ports.messages.due(await run.ports.clock.now(), direction, pageSize, early);
    if (due.kind === "failed") return stopReport(report, due.failure);
    const fresh = due.value.filter(({ id }) => !seen.has(id));
    report = await handleAll(run, fresh, report);
    for (const { id } of fresh) seen.add(id);
    if (report.stopped !== null || fresh.length === 0 || due.value.length < pageSize) return report;
  }
};

/** What was parked for want of a sign-in goes on when there is one again: a person has done their part. */
const resume = async (run: MaintenanceRun, before: TaskReport): Promise<TaskReport> => {
  if (before.stopped !== null || run.signInEndsOn === null) return before;
  const usedOn = addMs(run.signInEndsOn, -signInLifeMs);
  const parked = await run.ports.messages.parkedBefore(usedOn, signInCodes(), pageSize);
  if (parked.kind === "failed") return stopReport(before, parked.failure);
  return handleAll(
    run,
    parked.value.filter((message) => isSwitchedOn(run.settings, message)),
    before,
  );
};

interface Resumed {
  report: TaskReport;
  /** For the memory: what the parked work was tried with. */
  settingsTried: number | null;
}

/** What a setting had parked goes on when settings have changed: a person may have done their part. Each is tried once for each change. */
const resumeBySettings = async (run: MaintenanceRun, before: TaskReport, tried: number | null): Promise<Resumed> => {
  const hash = textHash(JSON.stringify(run.settings));
  if (before.stopped !== null || hash === tried) return { report: before, settingsTried: tried };
  let report = before;
  const seen = new Set<string>();
  for (;;) {
    const parked = await run.ports.messages.parkedBefore(run.startedOn, settingCodes, pageSize);
    if (parked.kind === "failed") return { report: stopReport(report, parked.failure), settingsTried: tried };
    const fresh = parked.value.filter((message) => !seen.has(message.id) && isSwitchedOn(run.settings, message));
    for (const { id } of fresh) seen.add(id);
    report = await handleAll(run, fresh, report);
    if (report.stopped !== null) return { report, settingsTried: tried };
    if (fresh.length === 0) return { report, settingsTried: hash };
  }
};

/** Does the work of all messages that are due, as far as the kill switches let it. */
export const drainMessages: Task = async (run, memory) => {
  const { outboundEnabled, inboundEnabled } = run.settings;
  if (!outboundEnabled && !inboundEnabled) return { report: notBegun("switchedOff"), memory };
  const outward = outboundEnabled ? await drain(run, "toPartnerCenter", startReport()) : startReport();
  const inward = inboundEnabled && outward.stopped === null ? await drain(run, "toDynamics365", outward) : outward;
  const { report, settingsTried } = await resumeBySettings(run, await resume(run, inward), memory.settingsTried);
  return { report, memory: { ...memory, settingsTried } };
};
