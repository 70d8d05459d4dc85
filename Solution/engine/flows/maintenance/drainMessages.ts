import { failureKind } from "../../domain/failure/failureKinds";
import type { Direction } from "../../domain/maintenance/Message";
import { handleMessage } from "./handleMessage";
import { notBegun, startReport, stopReport, type MaintenanceRun, type Task, type TaskReport } from "./MaintenanceRun";

const pageSize = 20;

const drain = async (run: MaintenanceRun, direction: Direction, before: TaskReport): Promise<TaskReport> => {
  let report = before;
  const seen = new Set<string>();
  for (;;) {
    const due = await run.ports.messages.due(await run.ports.clock.now(), direction, pageSize);
    if (due.kind === "failed") return stopReport(report, due.failure);
    const fresh = due.value.filter(({ id }) => !seen.has(id));
    for (const message of fresh) {
      if (!(await run.hasTime())) return stopReport(report, "outOfTime");
      seen.add(message.id);
      const handled = await handleMessage(run, message);
      if (handled.kind === "busy") continue;
      const isFailed = handled.kind === "failed";
      report = { ...report, handled: report.handled + 1, failed: report.failed + (isFailed ? 1 : 0) };
      // What is held back for one is held back for all.
      if (isFailed && failureKind(handled.failure.code).retry === "throttled")
        return stopReport(report, handled.failure);
    }
    if (fresh.length === 0 || due.value.length < pageSize) return report;
  }
};

/** Does the work of all messages that are due, as far as the kill switches let it. */
export const drainMessages: Task = async (run, memory) => {
  const { outboundEnabled, inboundEnabled } = run.settings;
  if (!outboundEnabled && !inboundEnabled) return { report: notBegun("switchedOff"), memory };
  const outward = outboundEnabled ? await drain(run, "toPartnerCenter", startReport()) : startReport();
  if (outward.stopped !== null || !inboundEnabled) return { report: outward, memory };
  return { report: await drain(run, "toDynamics365", outward), memory };
};
