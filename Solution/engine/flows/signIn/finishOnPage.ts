import { isTriedAgain } from "../../domain/failure/failureKinds";
import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { completeSignIn } from "./completeSignIn";
import type { SignInRun } from "./SignInRun";

/** What the browser brought back from the page. */
export interface PageAnswer {
  code: string;
  state: string;
  /** Empty: not said. */
  redirectUri: string;
}

/** Ends a sign-in on Microsoft's page. A code that was tried is used up, however that ended; an outage leaves it for another try. */
export const finishOnPage = async (run: SignInRun, { code, state, redirectUri }: PageAnswer): Promise<SignInAnswer> => {
  const { signIns, clock, digest } = run.ports;
  const read = await signIns.pending();
  if (read.kind === "failed") return signInAnswers.failed(read.failure);
  const pending = read.value;
  if (pending?.kind !== "code") return signInAnswers.nothingBegun();
  if ((await digest.sha256(state)) !== pending.stateHash) return signInAnswers.stateDiffers();
  const forget = async (answer: SignInAnswer): Promise<SignInAnswer> => {
    const saveFailure = await signIns.replace(pending, null);
    return saveFailure === null ? answer : signInAnswers.failed(saveFailure);
  };
  if ((await clock.now()) >= pending.expiresOn) return forget(signInAnswers.expired());
  if (redirectUri !== "" && redirectUri !== pending.redirectUri) return forget(signInAnswers.redirectDiffers());
  if (code === "") return forget(signInAnswers.codeMissing());
  const grant = await run.identity.redeemCode(code, pending.verifier, pending.redirectUri);
  if (grant.kind === "done") return completeSignIn(run, pending, grant.value);
  const answer = signInAnswers.failed(grant.failure);
  return isTriedAgain(grant.failure.code) ? answer : forget(answer);
};
