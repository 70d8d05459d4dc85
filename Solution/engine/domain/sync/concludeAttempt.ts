import { auditFacts, type AuditFact } from "../audit/auditFacts";
import type { Failure } from "../failure/Failure";
import { failureKind } from "../failure/failureKinds";
import { noteInFlight } from "../link/inFlight";
import { addMs, type Instant } from "../values/instant";
import type { Attempt, LinkState } from "../link/Link";
import type { ReferralValues } from "../mapping/mapReferral";
import { countAttempts, nextAttemptOn } from "../failure/nextAttemptOn";

/** A failed attempt, in the link and in words. */
export interface FailedAttempt {
  state: LinkState;
  fact: AuditFact;
  attempts: number;
  /** Null: parked until a person does something. */
  nextAttemptOn: Instant | null;
}

/** Notes a failed attempt of `wanted` values, of which `own` are nobody else's, and when to try again; `key` is the record's own. */
export const concludeFailed = (
  state: LinkState,
  failure: Failure,
  { wanted, own }: { wanted: ReferralValues; own: ReferralValues },
  now: Instant,
  key: string,
): FailedAttempt => {
  const attempts = countAttempts(state.memory.attempt, failure);
  const next = nextAttemptOn(failure, attempts, now, key);
  const attempt: Attempt = {
    values: wanted,
    on: now,
    code: failure.code,
    count: attempts,
    isParked: next === null,
    nextOn: next,
    notBefore: failure.retryAfterMs === null ? null : addMs(now, failure.retryAfterMs),
  };
  const wasSilent = failureKind(failure.code).mayHaveHappened === true;
  const memory = wasSilent ? noteInFlight(state.memory, own) : state.memory;
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
