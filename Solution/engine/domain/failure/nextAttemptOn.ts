import { failureKind } from "./failureKinds";
import { addMs, type Instant } from "../values/instant";
import type { Failure } from "./Failure";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Waiting times after the first, second … failed attempt; after the last one a person has to look. */
export const retryDelaysMs: readonly number[] = [
  minuteMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  10 * hourMs,
];

/**
 * When to try again after so many failed attempts; null when only a person can help. What the other side asked for is a
 * minimum: it is never undercut.
 */
export const nextAttemptOn = (failure: Failure, attempts: number, now: Instant): Instant | null => {
  const delayMs = retryDelaysMs[attempts - 1];
  if (!failureKind(failure.code).isRetryable || delayMs === undefined) return null;
  return addMs(now, Math.max(delayMs, failure.retryAfterMs ?? 0));
};
