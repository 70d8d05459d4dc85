import { registrationEveryMs } from "../../domain/maintenance/intervals";
import { msBetween } from "../../domain/values/instant";
import { checkRegistration } from "../registration/checkRegistration";
import { notBegun, startReport, stopReport, type Task } from "./MaintenanceRun";

/** Reads back where Partner Center sends its notifications: another environment may have taken them. */
export const readRegistration: Task = async (run, memory) => {
  if (!run.settings.inboundEnabled) return { report: notBegun("switchedOff"), memory };
  const { registrationReadOn } = memory;
  const isDue = registrationReadOn === null || msBetween(registrationReadOn, run.startedOn) >= registrationEveryMs;
  if (!isDue) return { report: notBegun("notDue"), memory };
  const check = await checkRegistration(run.ports);
  if (check.kind === "failed") return { report: stopReport(startReport(), check.failure), memory };
  const { alarm } = check.value;
  const report = { ...startReport(), handled: 1, ...(alarm === null ? {} : { warning: alarm }) };
  return { report, memory: { ...memory, registrationReadOn: run.startedOn } };
};
