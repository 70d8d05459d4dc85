import { msBetween, type Instant } from "../values/instant";
import type { Alert } from "./Alert";

/** What is remembered of one cause. */
export type KnownCause = {
  /** When it was first seen to stand, without a look between at which it was gone. */
  since: Instant;
  /** What people were told of it. */
  told: "nothing" | "warning" | "problem";
  /** When it was found to be gone; null while it stands. */
  goneOn: Instant | null;
};

/** Causes of alerts, as the connection's Alert Memory keeps them as JSON. */
export type AlertMemory = Readonly<Record<string, KnownCause>>;

export interface AlertDecision {
  /** Of whom people are to be told now. */
  raised: readonly Alert[];
  memory: AlertMemory;
}

/** What heals by itself within this time calls nobody. */
export const settleMs = 9 * 60_000;

/** A cause that comes back within this time is the same, and was told. */
export const calmMs = 60 * 60_000;

const toldOf = ({ isProblem }: Alert): KnownCause["told"] => (isProblem ? "problem" : "warning");

const isDue = (alert: Alert, { since, told }: KnownCause, now: Instant): boolean =>
  msBetween(since, now) >= settleMs && told !== "problem" && told !== toldOf(alert);

const isOver = ({ goneOn }: KnownCause, now: Instant): boolean => goneOn !== null && msBetween(goneOn, now) >= calmMs;

/**
 * Decides which of the standing alerts people are told of now: each cause once it has stood for some time, once more where it
 * became worse, and anew only after it was gone for an hour.
 */
export const decideAlerts = (memory: AlertMemory, standing: readonly Alert[], now: Instant): AlertDecision => {
  const kept = Object.entries(memory).filter(([, known]) => !isOver(known, now));
  const gone = kept
    .filter(([cause]) => !standing.some((alert) => alert.cause === cause))
    // What was told nobody may begin anew at any time.
    .filter(([, { told }]) => told !== "nothing")
    .map(([cause, known]): [string, KnownCause] => [cause, { ...known, goneOn: known.goneOn ?? now }]);
  const before = Object.fromEntries(kept);
  const present = standing.map((alert): [Alert, KnownCause] => {
    const known = before[alert.cause] ?? { since: now, told: "nothing", goneOn: null };
    return [alert, known.goneOn === null ? known : { ...known, since: now, goneOn: null }];
  });
  const raised = present.filter(([alert, known]) => isDue(alert, known, now)).map(([alert]) => alert);
  const stands = present.map(([alert, known]): [string, KnownCause] => [
    alert.cause,
    raised.includes(alert) ? { ...known, told: toldOf(alert) } : known,
  ]);
  return { raised, memory: Object.fromEntries([...gone, ...stands]) };
};
