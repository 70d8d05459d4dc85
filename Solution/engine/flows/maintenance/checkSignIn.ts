import { signInWarningMs } from "../../domain/maintenance/intervals";
import { msBetween } from "../../domain/values/instant";
import { startReport, type Task } from "./MaintenanceRun";

/** Warns before the stored sign-in ends, and when there is none. */
export const checkSignIn: Task = (run, memory) => {
  const { signInEndsOn, startedOn } = run;
  const warn = (warning: string) => Promise.resolve({ report: { ...startReport(), handled: 1, warning }, memory });
  if (signInEndsOn === null)
    return warn("The connector is not signed in to Partner Center. An administrator can sign it in.");
  const leftMs = msBetween(startedOn, signInEndsOn);
  if (leftMs <= 0)
    return warn("The connector's sign-in to Partner Center has expired. An administrator has to sign it in again.");
  if (leftMs > signInWarningMs) return Promise.resolve({ report: { ...startReport(), handled: 1 }, memory });
  const day = signInEndsOn.slice(0, 10);
  return warn(
    `The connector's sign-in to Partner Center ends on ${day}. An administrator has to sign it in again before.`,
  );
};
