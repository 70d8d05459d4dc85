import { msBetween, type Instant } from "../values/instant";
import { ago } from "./ago";
import { ok, problem, turnMaintenanceOn, warning, type HealthCheck } from "./HealthCheck";

/** It runs every minute and sweeps every ten: an hour without is no chance any more. */
const sweepLateMs = 3_600_000;
const sweepGoneMs = 86_400_000;
/** Runs that are killed or fail leave no other trace than that none has come to its end for so long. */
const runLateMs = 15 * 60_000;

/** What maintenance left behind. */
export interface MaintenanceTraces {
  /** When the last run began that came to its end. */
  lastRunOn: Instant | null;
  lastSweepOn: Instant | null;
  /** When it could have begun. */
  connectedOn: Instant | null;
}

/** Whether maintenance runs, comes to its end, and sweeps. */
export const checkMaintenance = (
  { lastRunOn, lastSweepOn, connectedOn }: MaintenanceTraces,
  isInboundOn: boolean,
  now: Instant,
): HealthCheck => {
  const runAgeMs = lastRunOn === null ? 0 : msBetween(lastRunOn, now);
  if (runAgeMs > runLateMs)
    return problem(
      "maintenance",
      `The last run of maintenance that came to its end was ${ago(runAgeMs)}.`,
      `${turnMaintenanceOn} Where its runs fail, the answer of the failed action says why.`,
    );
  if (!isInboundOn) return ok("maintenance", "Sweeps rest while Inbound enabled is at No.");
  const since = lastSweepOn ?? connectedOn;
  const ageMs = since === null ? 0 : msBetween(since, now);
  const words =
    lastSweepOn === null ? "Maintenance has not swept Partner Center yet." : `Partner Center was swept ${ago(ageMs)}.`;
  if (ageMs > sweepGoneMs) return problem("maintenance", words, turnMaintenanceOn);
  return ageMs > sweepLateMs || lastSweepOn === null
    ? warning("maintenance", words, turnMaintenanceOn)
    : ok("maintenance", words);
};
