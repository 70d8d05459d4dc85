import { signInWarningMs } from "../maintenance/intervals";
import { daysUntil } from "../signIn/daysUntil";
import { msBetween, type Instant } from "../values/instant";
import { failedCheck, ok, warning, type HealthCheck } from "./HealthCheck";

/** What is stored of the sign-in. */
export interface StoredSignIn {
  isSignedIn: boolean;
  signedInAs: string;
  signInEndsOn: Instant | null;
}

/** The stored sign-in by itself; whether Microsoft Entra still accepts it, asking for a token tells. */
export const checkStoredSignIn = (signIn: StoredSignIn | null, now: Instant): HealthCheck => {
  if (!signIn?.isSignedIn) return failedCheck("signIn", "connection.notSignedIn");
  const { signedInAs, signInEndsOn } = signIn;
  const who = `Signed in as ${signedInAs === "" ? "a user whose name is not known" : signedInAs}.`;
  if (signInEndsOn === null) return ok("signIn", who);
  const leftMs = msBetween(now, signInEndsOn);
  if (leftMs <= 0) return failedCheck("signIn", "token.expired");
  const days = daysUntil(now, signInEndsOn);
  const left = days === 0 ? "today" : days === 1 ? "in 1 day" : `in ${days} days`;
  if (leftMs > signInWarningMs) return ok("signIn", `${who} The sign-in expires ${left} if nothing uses it.`);
  return warning("signIn", `${who} The sign-in expires ${left}.`, "Sign the connector in again before.");
};
