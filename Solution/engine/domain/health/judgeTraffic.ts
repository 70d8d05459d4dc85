import type { FailureOwner } from "../failure/FailureKind";
import { msBetween, type Instant } from "../values/instant";
import { ok, problem, warning, type HealthCheck } from "./HealthCheck";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Maintenance runs every five minutes and sweeps every ten: an hour without is no chance any more. */
const sweepLateMs = hourMs;
const sweepGoneMs = dayMs;
const quietMs = 14 * dayMs;
const overdueMs = 30 * minuteMs;

const turnOn = "Turn on the flow “Co-sell maintenance”, and look at its run history.";

const ago = (ms: number): string => {
  const [size, unit] = ms >= dayMs ? [dayMs, "day"] : ms >= hourMs ? [hourMs, "hour"] : ([minuteMs, "minute"] as const);
  const number = Math.floor(ms / size);
  return `${number} ${unit}${number === 1 ? "" : "s"} ago`;
};

const changes = (number: number): string => (number === 1 ? "1 change" : `${number} changes`);

/** Whether Partner Center's notifications arrive; it is quiet where nobody works there. */
export const judgeLastEvent = (lastEventOn: Instant | null, isRegistered: boolean, now: Instant): HealthCheck => {
  const fix =
    "Change a deal in Partner Center. If nothing arrives within ten minutes, look at the run history of the flow “Partner Center to Dynamics 365”.";
  if (lastEventOn === null)
    return isRegistered
      ? warning("lastEvent", "No notification has arrived yet.", fix)
      : ok("lastEvent", "No notification has arrived yet, and none is expected.");
  const ageMs = msBetween(lastEventOn, now);
  const words = `The last notification arrived ${ago(ageMs)}.`;
  return isRegistered && ageMs > quietMs ? warning("lastEvent", words, fix) : ok("lastEvent", words);
};

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
  if (ageMs > sweepGoneMs) return problem("maintenance", words, turnOn);
  return ageMs > sweepLateMs || lastSweepOn === null ? warning("maintenance", words, turnOn) : ok("maintenance", words);
};

/** Sync messages that are not done. */
export interface WorkCounts {
  waiting: number;
  /** When the first of the waiting ones is, or was, to be tried; null where none waits. */
  firstDueOn: Instant | null;
  parked: Readonly<Record<FailureOwner, number>>;
}

const ownerWords: Readonly<Record<FailureOwner, string>> = {
  seller: "for a seller",
  administrator: "for an administrator",
  microsoft: "for Microsoft",
  nobody: "for another try",
};

/** Work that waits: for its time, too long, or for a person. */
export const judgeMessages = ({ waiting, firstDueOn, parked }: WorkCounts, now: Instant): HealthCheck => {
  const owners = (Object.keys(ownerWords) as FailureOwner[]).filter((owner) => parked[owner] > 0);
  const sum = owners.reduce((total, owner) => total + parked[owner], 0);
  const parts = owners.map((owner) => `${parked[owner]} ${ownerWords[owner]}`);
  const parkedWords = sum === 0 ? "" : ` ${changes(sum)} stopped and wait: ${parts.join(", ")}.`;
  const waitingWords =
    waiting === 0 ? "Nothing waits to be tried again." : `Waiting to be tried again: ${changes(waiting)}.`;
  const lateMs = firstDueOn === null ? 0 : msBetween(firstDueOn, now);
  if (lateMs > overdueMs)
    return problem("messages", `${waitingWords} The first was due ${ago(lateMs)}.${parkedWords}`, turnOn);
  if (sum === 0) return ok("messages", waitingWords);
  return warning(
    "messages",
    `${waitingWords}${parkedWords}`,
    "Open Sync Messages in the app Co-sell: each says what to do. Replay it afterwards.",
  );
};

const nearlySpent = 0.8;

/** Calls of the day against what administrators allow; null where they could not be counted. */
export const judgeCalls = (calls: number | null, budget: number): HealthCheck => {
  if (calls === null)
    return warning("calls", "The calls of today could not be counted.", "Try again in a few minutes.");
  const words = `${calls} of ${budget} calls are used.`;
  const fix = "Raise Daily call budget if Microsoft allows your company more; a new day begins at midnight UTC.";
  if (calls >= budget) return problem("calls", `${words} Changes wait until midnight UTC.`, fix);
  return calls >= budget * nearlySpent ? warning("calls", words, fix) : ok("calls", words);
};
