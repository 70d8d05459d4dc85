import { msBetween, type Instant } from "../values/instant";
import { ago } from "./ago";
import { ok, problem, turnMaintenanceOn, warning, type HealthCheck } from "./HealthCheck";

/** It runs every minute and sweeps every ten: an hour without is no chance any more. */
const sweepLateMs = 3_600_000;
const sweepGoneMs = 86_400_000;

/** Whether maintenance runs; `connectedOn` is when it could have begun. */
export const judgeMaintenance = (
  lastSweepOn: Instant | null,
  connectedOn: Instant | null,
  isInboundOn: boolean,
  now: Instant,
): HealthCheck => {
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
