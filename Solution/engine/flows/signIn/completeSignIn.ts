import { toFailure } from "../../domain/failure/Failure";
import { signInLifeMs } from "../../domain/maintenance/intervals";
import type { PendingSignIn } from "../../domain/signIn/PendingSignIn";
import { readTokenClaims } from "../../domain/signIn/readTokenClaims";
import { signInAnswers, type SignInAnswer } from "../../domain/signIn/SignInAnswer";
import { addMs } from "../../domain/values/instant";
import type { TokenGrant } from "../../ports/IdentityProvider";
import type { SignInRun } from "./SignInRun";

/**
 * Stores a sign-in that has shown to be enough: with a second factor where that can be told, with a lasting token, and that one
 * good for both audiences. What falls short is not stored, so a sign-in that works is never replaced by one that does not.
 */
export const completeSignIn = async (
  { ports, identity, tokens, settings }: SignInRun,
  pending: PendingSignIn,
  grant: TokenGrant,
): Promise<SignInAnswer> => {
  const giveUp = async (answer: SignInAnswer): Promise<SignInAnswer> => {
    const saveFailure = await ports.signIns.replace(pending, null);
    return saveFailure === null ? answer : signInAnswers.failed(saveFailure);
  };
  const { name, tenantId, withMfa } = readTokenClaims(grant);
  if (withMfa === false) return giveUp(signInAnswers.failed(toFailure("token.mfaRequired", "amr holds no mfa")));
  if (grant.refreshToken === "") return giveUp(signInAnswers.failed(toFailure("token.notLasting", "no refresh token")));
  const other = await identity.refresh(grant.refreshToken, "webhooks");
  if (other.kind === "failed") return giveUp(signInAnswers.failed(other.failure, "Webhook registration"));

  const now = await ports.clock.now();
  const signIn = {
    refreshToken: other.value.refreshToken || grant.refreshToken,
    endsOn: addMs(now, signInLifeMs),
    signedInAs: name ?? "a user whose name Microsoft Entra did not tell",
    tenantId: tenantId ?? settings.tenantId,
  };
  const stored = await ports.signIns.complete(pending, signIn);
  if (stored.kind === "failed") return signInAnswers.failed(stored.failure);
  if (!stored.value) return signInAnswers.nothingBegun();
  await tokens.remember("referrals", grant);
  await tokens.remember("webhooks", other.value);
  return signInAnswers.signedIn({ signedInAs: signIn.signedInAs, signInEndsOn: signIn.endsOn, withMfa }, now);
};
