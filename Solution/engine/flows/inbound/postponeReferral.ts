import type { Failure } from "../../domain/failure/Failure";
import { isTriedAgain } from "../../domain/failure/failureKinds";
import { nextAttemptOn } from "../../domain/failure/nextAttemptOn";
import { toMessageKey, toReferralSubject } from "../../domain/maintenance/Message";
import type { EnginePorts } from "../EnginePorts";

/**
 * Leaves a referral to maintenance, or to a person, in its one message. Returns why it could not, or null; a failure that
 * cannot be stored is Partner Center's to repeat. `title` is what people know it by, where it was read.
 */
export const postponeReferral = async (
  { messages, clock, trace }: EnginePorts,
  referralId: string,
  failure: Failure,
  title = "",
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
    payload: { referralId },
  });
};
