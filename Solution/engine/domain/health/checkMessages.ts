import type { FailureOwner } from "../failure/FailureKind";
import { msBetween, type Instant } from "../values/instant";
import { ago } from "./ago";
import { ok, problem, turnMaintenanceOn, warning, type HealthCheck } from "./HealthCheck";

const overdueMs = 30 * 60_000;

const changes = (number: number): string => (number === 1 ? "1 change" : `${number} changes`);

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
export const checkMessages = ({ waiting, firstDueOn, parked }: WorkCounts, now: Instant): HealthCheck => {
  const owners = (Object.keys(ownerWords) as FailureOwner[]).filter((owner) => parked[owner] > 0);
  const sum = owners.reduce((total, owner) => total + parked[owner], 0);
  const parts = owners.map((owner) => `${parked[owner]} ${ownerWords[owner]}`);
  const parkedWords = sum === 0 ? "" : ` ${changes(sum)} stopped and wait: ${parts.join(", ")}.`;
  const waitingWords =
    waiting === 0 ? "Nothing waits to be tried again." : `Waiting to be tried again: ${changes(waiting)}.`;
  const lateMs = firstDueOn === null ? 0 : msBetween(firstDueOn, now);
  if (lateMs > overdueMs)
    return problem("messages", `${waitingWords} The first was due ${ago(lateMs)}.${parkedWords}`, turnMaintenanceOn);
  if (sum === 0) return ok("messages", waitingWords);
  return warning(
    "messages",
    `${waitingWords}${parkedWords}`,
    "Open Sync Messages in the app Co-sell: each says what to do. Replay it afterwards.",
  );
};
