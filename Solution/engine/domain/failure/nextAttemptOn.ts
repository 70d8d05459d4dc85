import { textHash } from "../values/textHash";
import { addMs, type Instant } from "../values/instant";
import type { Failure } from "./Failure";
import { failureKind, isTriedAgain } from "./failureKinds";

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

/** The same for work that the other side asked to hold back: nobody can help it, so the last one is used over and over. */
export const throttleDelaysMs: readonly number[] = [minuteMs, 2 * minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs];

/** The same for what another run may be about to commit: no run lives longer. */
export const arrivalDelaysMs: readonly number[] = [minuteMs, 5 * minuteMs];

/** Part of a delay by which attempts are spread, to either side. */
export const jitter = 0.2;

const delayOf = (code: string, attempts: number): number | undefined => {
  const { retry } = failureKind(code);
  if (retry === "throttled") return throttleDelaysMs[Math.min(attempts, throttleDelaysMs.length) - 1];
  const delaysMs = retry === "transient" ? retryDelaysMs : retry === "onItsWay" ? arrivalDelaysMs : [];
  return delaysMs[attempts - 1];
};

/**
 * Failed attempts in a row, this one included. A throttled attempt says nothing about whether the work itself would be done, so
 * it does not use up the tries of an outage, nor the other way round.
 */
export const countAttempts = (before: { code: string; count: number } | null, { code }: Failure): number =>
  before !== null && failureKind(before.code).retry === failureKind(code).retry ? before.count + 1 : 1;

/**
 * When to try again after so many failed attempts; null when only a person can help. `key` is the work's own: it spreads
 * attempts that failed together, the same way every time. What the other side asked for is a minimum and never undercut.
 */
export const nextAttemptOn = (failure: Failure, attempts: number, now: Instant, key: string): Instant | null => {
  const delayMs = delayOf(failure.code, attempts);
  if (!isTriedAgain(failure.code) || delayMs === undefined) return null;
  const share = textHash(`${key} ${attempts}`) / 2 ** 32;
  const spreadMs = delayMs * (1 + jitter * (2 * share - 1));
  // Asked to wait until midnight, all would come back in the same second.
  const askedMs = (failure.retryAfterMs ?? 0) + (failure.retryAfterMs === null ? 0 : delayMs * jitter * share);
  return addMs(now, Math.round(Math.max(spreadMs, askedMs)));
};
