import { isTriedAgain } from "../../domain/failure/failureKinds";
import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { completeSignIn } from "./completeSignIn";
import type { SignInRun } from "./SignInRun";

/** RFC 8628: how much longer to wait for good after "slow down". */
const slowDownMs = 5000;

/** Asks once whether somebody has typed the code. */
export const finishOnDevice = async (run: SignInRun): Promise<SignInAnswer> => {
  const { signIns, clock } = run.ports;
  const read = await signIns.pending();
  if (read.kind === "failed") return signInAnswers.failed(read.failure);
  const pending = read.value;
  if (pending?.kind !== "device") return signInAnswers.nothingBegun();
  const then = async (answer: SignInAnswer, by: typeof pending | null): Promise<SignInAnswer> => {
    const saveFailure = await signIns.replace(pending, by);
    return saveFailure === null ? answer : signInAnswers.failed(saveFailure);
  };
  if ((await clock.now()) >= pending.expiresOn) return then(signInAnswers.expired(), null);
  const progress = await run.identity.redeemDevice(pending.deviceCode);
  if (progress.kind === "failed") {
    const answer = signInAnswers.failed(progress.failure);
    return isTriedAgain(progress.failure.code) ? answer : then(answer, null);
  }
  switch (progress.value.kind) {
    case "granted":
      return completeSignIn(run, pending, progress.value.grant);
    case "pending":
      return signInAnswers.waiting(pending.intervalMs / 1000, false);
    case "slowDown": {
      const slower = { ...pending, intervalMs: pending.intervalMs + slowDownMs };
      return then(signInAnswers.waiting(slower.intervalMs / 1000, true), slower);
    }
    case "declined":
      return then(signInAnswers.declined(), null);
    case "expired":
      return then(signInAnswers.expired(), null);
  }
};
