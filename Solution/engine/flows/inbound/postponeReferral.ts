import type { Failure } from "../../domain/failure/Failure";
import { isTriedAgain } from "../../domain/failure/failureKinds";
import { nextAttemptOn } from "../../domain/failure/nextAttemptOn";
import { toMessageKey, toReferralSubject } from "../../domain/maintenance/Message";
import type { Instant } from "../../domain/values/instant";
import type { EnginePorts } from "../EnginePorts";

/** What is known of a referral beside its id. */
interface AboutReferral {
  /** What people know it by; empty where it was not read. */
  title?: string;
  /** For what met a run: when the version that was read was changed, by Partner Center's clock; else null. */
  changedOn?: Instant | null;
}

/**
 * Leaves a referral to maintenance, or to a person, in its one message. Returns why it could not, or null; a failure that
 * cannot be stored is Partner Center's to repeat.
 */
export const postponeReferral = async (
  { messages, clock, trace }: EnginePorts,
  referralId: string,
  failure: Failure,
  { title = "", changedOn = null }: AboutReferral = {},
): Promise<Failure | null> => {
  await trace.note(`${failure.code}: ${failure.cause}`);
  const record = toReferralSubject(referralId, title);
  const now = await clock.now();
  const next = isTriedAgain(failure.code) ? nextAttemptOn(failure, 1, now, toMessageKey(record)) : null;
  return messages.postpone({
    record,
    linkId: null,
    attempts: 1,
    failure,
    nextAttemptOn: next,
    payload: { referralId, changedOn },
  });
};
