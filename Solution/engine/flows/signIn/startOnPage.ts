import { toFailure } from "../../domain/failure/Failure";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { authorizeUrl } from "../../domain/signIn/authorizeUrl";
import { isRedirectAllowed } from "../../domain/signIn/isRedirectAllowed";
import { pendingLifeMs } from "../../domain/signIn/PendingSignIn";
import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { addMs } from "../../domain/values/instant";
import type { SignInRun } from "./SignInRun";

/** Begins a sign-in on Microsoft's page; a sign-in that works stays until this one has ended well. */
export const startOnPage = async (
  { ports, identity, settings }: SignInRun,
  redirectUri: string,
): Promise<SignInAnswer> => {
  const { clock, digest, ids, signIns } = ports;
  if (!isRedirectAllowed(redirectUri)) return signInAnswers.redirectWrong();
  const secret = await identity.findSecret();
  if (secret.kind === "failed") return signInAnswers.failed(secret.failure);
  const login = toCloudProfile(settings.cloudProfile)?.login;
  if (login === undefined) return signInAnswers.failed(toFailure("connection.profileUnknown", settings.cloudProfile));
  const state = await ids.next();
  // Two random GUIDs: 72 characters that RFC 7636 allows, 244 bits that nobody guesses.
  const verifier = `${await ids.next()}${await ids.next()}`;
  const expiresOn = addMs(await clock.now(), pendingLifeMs);
  const stateHash = await digest.sha256(state);
  const saveFailure = await signIns.begin({ kind: "code", stateHash, verifier, redirectUri, expiresOn });
  if (saveFailure !== null) return signInAnswers.failed(saveFailure);
  const { tenantId, clientId } = settings;
  const verifierHash = await digest.sha256(verifier);
  return signInAnswers.begun(authorizeUrl({ login, tenantId, clientId, redirectUri, state, verifierHash }), expiresOn);
};
