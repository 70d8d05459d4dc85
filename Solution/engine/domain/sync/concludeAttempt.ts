import { auditFacts, type AuditFact } from "../audit/auditFacts";
import type { Failure } from "../failure/Failure";
import { failureKind } from "../failure/failureKinds";
import { noteInFlight } from "../link/inFlight";
import { addMs, type Instant } from "../values/instant";
import type { Attempt, LinkState } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import {
  countAttempts,
  countEditedAttempts,
  nextAttemptOn,
  nextEditedAttemptOn,
  type EarlierFailure,
} from "../failure/nextAttemptOn";
import { sameJson } from "../values/sameJson";
import type { SyncTrigger } from "./SyncTrigger";

/** A failed attempt, in the link and in words. */
export interface FailedAttempt {
  state: LinkState;
  fact: AuditFact;
  attempts: number;
  /** Null: parked until a person does something. */
  nextAttemptOn: Instant | null;
}

/** What was tried, and why now. */
export interface TriedValues {
  wanted: ReferralValues;
  /** Of these, what is nobody else's. */
  own: ReferralValues;
  trigger: SyncTrigger;
}

const toEarlier = (attempt: Attempt | null): EarlierFailure | null =>
  attempt === null ? null : { code: attempt.code, count: attempt.count, nextOn: attempt.nextOn ?? null };

/** How often it failed so, and when to try again. */
const countAndPlan = (
  before: Attempt | null,
  failure: Failure,
  { wanted, trigger }: TriedValues,
  now: Instant,
  key: string,
): { attempts: number; next: Instant | null } => {
  const earlier = toEarlier(before);
  if (trigger === "maintenance" && (before === null || sameJson(before.values, wanted))) {
    const attempts = countAttempts(earlier, failure);
    return { attempts, next: nextAttemptOn(failure, attempts, now, key) };
  }
  const attempts = countEditedAttempts(earlier, failure);
  return { attempts, next: nextEditedAttemptOn(failure, earlier, attempts, now, key) };
};

/** Notes a failed attempt and when to try again; `key` is the record's own. */
export const concludeFailed = (
  state: LinkState,
  failure: Failure,
  tried: TriedValues,
  now: Instant,
  key: string,
): FailedAttempt => {
  const { attempts, next } = countAndPlan(state.memory.attempt, failure, tried, now, key);
  const { isOwnLimit } = failureKind(failure.code);
  const attempt: Attempt = {
    values: tried.wanted,
    on: now,
    code: failure.code,
    count: attempts,
    isParked: next === null,
    nextOn: next,
    ...(failure.about === undefined ? {} : { about: failure.about }),
    notBefore: failure.retryAfterMs === null || isOwnLimit === true ? null : addMs(now, failure.retryAfterMs),
  };
  // Even what was refused for certain: a run that was stopped before, and left no trace, may have sent the same.
  const memory = noteInFlight(state.memory, tried.own);
  return {
    state: { ...state, failureCode: failure.code, memory: { ...memory, attempt, findings: [] } },
    fact: auditFacts.sendingFailed(failure, next),
    attempts,
    nextAttemptOn: next,
  };
};

/** Forgets earlier failures: all that there was to send was taken. */
export const concludeSent = (state: LinkState): LinkState => ({
  ...state,
  failureCode: null,
  memory: { ...state.memory, attempt: null, findings: [] },
});
