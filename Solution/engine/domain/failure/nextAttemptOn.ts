import { textHash } from "../values/textHash";
import { addMs, type Instant } from "../values/instant";
import type { Failure } from "./Failure";
import { failureKind, isTriedAgain } from "./failureKinds";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Waiting times after the first, second … failed attempt; after the last one a person has to look. None is longer than all
 * before it together and a minute, so what an outage held back is out about as long after its end as the outage took.
 */
export const retryDelaysMs: readonly number[] = [
  minuteMs,
  minuteMs,
  2 * minuteMs,
  4 * minuteMs,
  8 * minuteMs,
  15 * minuteMs,
  30 * minuteMs,
  hourMs,
  2 * hourMs,
  4 * hourMs,
  8 * hourMs,
  10 * hourMs,
];

/** The same for work that the other side asked to hold back: nobody can help it, so the last one is used over and over. */
export const throttleDelaysMs: readonly number[] = [
  minuteMs / 2,
  minuteMs,
  2 * minuteMs,
  4 * minuteMs,
  8 * minuteMs,
  15 * minuteMs,
];

/** Shortest delay where the other side said how long it takes; doubled each time that this was not enough. */
const shortestMs = 10_000;

/** The same for what another run may be about to commit: no run lives longer. */
export const arrivalDelaysMs: readonly number[] = [minuteMs, 5 * minuteMs];

/** What was held back for long is spread over a part of this. */
const longestCrowdMs = 5 * minuteMs;

/** Part of a delay by which attempts are spread, to either side. */
export const jitter = 0.2;

const delayOf = ({ code, retryAfterMs }: Failure, attempts: number): number | undefined => {
  const { retry } = failureKind(code);
  if (retry === "throttled") {
    const delayMs = throttleDelaysMs[Math.min(attempts, throttleDelaysMs.length) - 1] ?? minuteMs;
    if (retryAfterMs === null) return delayMs;
    return Math.min(delayMs, Math.max(retryAfterMs, shortestMs) * 2 ** (attempts - 1));
  }
  const delaysMs = retry === "transient" ? retryDelaysMs : retry === "onItsWay" ? arrivalDelaysMs : [];
  return delaysMs[attempts - 1];
};

/** An earlier failure of the same work. */
export interface EarlierFailure {
  code: string;
  count: number;
  /** Null: parked. */
  nextOn: Instant | null;
}

/**
 * Failed attempts in a row, this one included. A throttled attempt says nothing about whether the work itself would be done, so
 * it does not use up the tries of an outage, nor the other way round.
 */
export const countAttempts = (before: Pick<EarlierFailure, "code" | "count"> | null, { code }: Failure): number =>
  before !== null && failureKind(before.code).retry === failureKind(code).retry ? before.count + 1 : 1;

/** The same for an attempt that a new edit or a person asked for: it is no further failure of what was tried before. */
export const countEditedAttempts = (before: EarlierFailure | null, failure: Failure): number => {
  const isFirst = before === null || before.nextOn === null;
  return isFirst ? 1 : Math.max(1, countAttempts(before, failure) - 1);
};

/**
 * When to try again after so many failed attempts; null when only a person can help. `key` is the work's own: it spreads
 * attempts that failed together, the same way every time. What the other side asked for is a minimum and never undercut.
 */
export const nextAttemptOn = (failure: Failure, attempts: number, now: Instant, key: string): Instant | null => {
  const delayMs = delayOf(failure, attempts);
  if (!isTriedAgain(failure.code) || delayMs === undefined) return null;
  const share = textHash(`${key} ${attempts}`) / 2 ** 32;
  const spreadMs = delayMs * (1 + jitter * (2 * share - 1));
  // Asked to wait until midnight, all would come back in the same second.
  const crowdMs = Math.max(delayMs, Math.min(failure.retryAfterMs ?? 0, longestCrowdMs)) * jitter * share;
  const askedMs = failure.retryAfterMs === null ? 0 : failure.retryAfterMs + crowdMs;
  return addMs(now, Math.round(Math.max(spreadMs, askedMs)));
};

/** When to try again after an edit failed while an earlier attempt waits: edits that never end do not put it off. */
export const nextEditedAttemptOn = (
  failure: Failure,
  before: EarlierFailure | null,
  attempts: number,
  now: Instant,
  key: string,
): Instant | null => {
  const next = nextAttemptOn(failure, attempts, now, key);
  const planned = before?.nextOn ?? null;
  if (next === null || planned === null || planned >= next) return next;
  const earliest = addMs(now, failure.retryAfterMs ?? 0);
  return planned > earliest ? planned : earliest;
};
