import { toFailure } from "../../domain/failure/Failure";
import { isTriedAgain } from "../../domain/failure/failureKinds";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { authorizeUrl } from "../../domain/signIn/authorizeUrl";
import { isRedirectAllowed } from "../../domain/signIn/isRedirectAllowed";
import { pendingLifeMs } from "../../domain/signIn/PendingSignIn";
import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { addMs } from "../../domain/values/instant";
import { completeSignIn } from "./completeSignIn";
import type { SignInRun } from "./SignInRun";

/** Begins a sign-in on Microsoft's page; a sign-in that works stays until this one has ended well. */
export const startOnPage = async (
  { ports, identity, settings }: SignInRun,
  redirectUri: string,
): Promise<SignInAnswer> => {
  const { clock, digest, ids, signIns } = ports;
  if (!isRedirectAllowed(redirectUri)) return signInAnswers.redirectWrong();
  const unset = await identity.refuse();
  const login = toCloudProfile(settings.cloudProfile)?.login;
  if (unset !== null || login === undefined)
    return signInAnswers.failed(unset ?? toFailure("connection.profileUnknown", settings.cloudProfile));
  const state = await ids.next();
  // Two random GUIDs: 72 characters that RFC 7636 allows, 244 bits that nobody guesses.
  const verifier = `${await ids.next()}${await ids.next()}`;
  const expiresOn = addMs(await clock.now(), pendingLifeMs);
  const stateHash = await digest.sha256(state);
  const unsaved = await signIns.begin({ kind: "code", stateHash, verifier, redirectUri, expiresOn });
  if (unsaved !== null) return signInAnswers.failed(unsaved);
  const { tenantId, clientId } = settings;
  const verifierHash = await digest.sha256(verifier);
  return signInAnswers.begun(authorizeUrl({ login, tenantId, clientId, redirectUri, state, verifierHash }), expiresOn);
};

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
    const unsaved = await signIns.replace(pending, null);
    return unsaved === null ? answer : signInAnswers.failed(unsaved);
  };
  if ((await clock.now()) >= pending.expiresOn) return forget(signInAnswers.expired());
  if (redirectUri !== "" && redirectUri !== pending.redirectUri) return forget(signInAnswers.redirectDiffers());
  if (code === "") return forget(signInAnswers.codeMissing());
  const grant = await run.identity.redeemCode(code, pending.verifier, pending.redirectUri);
  if (grant.kind === "done") return completeSignIn(run, pending, grant.value);
  const answer = signInAnswers.failed(grant.failure);
  return isTriedAgain(grant.failure.code) ? answer : forget(answer);
};
