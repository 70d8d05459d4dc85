import type { Failure } from "../failure/Failure";
import type { FailureOwner } from "../failure/FailureKind";
import { toAdministratorWords } from "../failure/toAdministratorWords";
import type { Instant } from "../values/instant";
import { daysUntil } from "./daysUntil";

/** What came of a step of signing in, in words for an administrator. Never holds a token, a code of Entra's or a secret. */
export interface SignInAnswer {
  /** Of the step: `begun` and `waiting` ask for another one, at `declined`, `expired`, `refused` and `failed` nothing was stored. */
  state: "begun" | "waiting" | "signedIn" | "declined" | "expired" | "refused" | "failed" | "disconnected";
  words: string;
  /** Empty where nothing is left to do. */
  fix: string;
  owner: FailureOwner;
  /** Code of the failure catalogue, where it failed. */
  code?: string;
  /** Page to send the browser to. */
  authorizeUrl?: string;
  /** What the person types on the page at `verificationUri`. */
  userCode?: string;
  verificationUri?: string;
  /** Until when what was begun has to be ended. */
  expiresOn?: Instant;
  /** When to ask again. */
  pollAfterSeconds?: number;
  signedInAs?: string;
  /** When the sign-in ends if nothing uses it until then. */
  signInEndsOn?: Instant;
  /** Whether it was made with a second factor, where Microsoft Entra says so. */
  withMfa?: boolean | null;
}

const beginAgain = "Begin the sign-in again.";

const byPerson = (state: "declined" | "expired" | "refused", words: string, fix: string): SignInAnswer => ({
  state,
  words,
  fix,
  owner: "administrator",
});

const minutes = (seconds: number): string => `${Math.max(1, Math.round(seconds / 60))} minutes`;

/** A person for whom the connector may act from now on. */
export interface SignedIn {
  signedInAs: string;
  signInEndsOn: Instant;
  withMfa: boolean | null;
}

/** Constructors of every answer. */
export const signInAnswers = {
  begun: (authorizeUrl: string, expiresOn: Instant): SignInAnswer => ({
    state: "begun",
    words: "Microsoft's sign-in page is ready.",
    fix: "Sign in there as the user whom the connector shall act as, with multi-factor authentication. That user needs the roles Referrals admin and Admin agent in Partner Center.",
    owner: "administrator",
    authorizeUrl,
    expiresOn,
  }),
  begunOnDevice: (
    device: { userCode: string; verificationUri: string; lifeSeconds: number },
    pollAfterSeconds: number,
  ): SignInAnswer => ({
    state: "begun",
    words: `Microsoft waits for the code ${device.userCode} for ${minutes(device.lifeSeconds)}.`,
    fix: `Open ${device.verificationUri}, type the code, and sign in as the user whom the connector shall act as, with multi-factor authentication.`,
    owner: "administrator",
    userCode: device.userCode,
    verificationUri: device.verificationUri,
    pollAfterSeconds,
  }),
  waiting: (pollAfterSeconds: number, isTooFast: boolean): SignInAnswer => ({
    state: "waiting",
    words: isTooFast ? "Microsoft asked to be asked less often." : "Nobody has typed the code yet.",
    fix: `Ask again in ${pollAfterSeconds} seconds.`,
    owner: "administrator",
    pollAfterSeconds,
  }),
  signedIn: ({ signedInAs, signInEndsOn, withMfa }: SignedIn, now: Instant): SignInAnswer => ({
    state: "signedIn",
    words: `The connector is signed in to Partner Center as ${signedInAs}. The sign-in renews itself; unused it ends in ${daysUntil(now, signInEndsOn)} days.`,
    fix:
      withMfa === null
        ? "Run the health check: it tells whether Partner Center accepts the sign-in's second factor."
        : "",
    owner: withMfa === null ? "administrator" : "nobody",
    signedInAs,
    signInEndsOn,
    withMfa,
  }),
  nothingBegun: (): SignInAnswer =>
    byPerson("refused", "No such sign-in has been begun, or it has been ended already.", beginAgain),
  stateDiffers: (): SignInAnswer =>
    byPerson("refused", "This answer belongs to another sign-in than the one begun last.", beginAgain),
  redirectDiffers: (): SignInAnswer =>
    byPerson("refused", "The sign-in came back to another address than the one it was begun for.", beginAgain),
  redirectWrong: (): SignInAnswer =>
    byPerson(
      "refused",
      "A sign-in cannot come back to this address.",
      "Give an address that begins with https://, or one of this machine, which the app registration names as redirect URI.",
    ),
  codeMissing: (): SignInAnswer =>
    byPerson("refused", "Microsoft's answer holds no code: the sign-in was declined, or is not allowed.", beginAgain),
  stepUnknown: (): SignInAnswer =>
    byPerson(
      "refused",
      "The connector does not know this step of a sign-in.",
      "Use one of start, finish, startDevice, finishDevice and disconnect.",
    ),
  expired: (): SignInAnswer => byPerson("expired", "The time for this sign-in is over.", beginAgain),
  declined: (): SignInAnswer =>
    byPerson("declined", "The sign-in was declined on Microsoft's page.", `${beginAgain} Nothing was changed.`),
  /** `what`: the part of Partner Center that no token was given for, where that is known. */
  failed: ({ code }: Failure, what = ""): SignInAnswer => {
    const { words, fix, owner } = toAdministratorWords(code);
    return { state: "failed", words: what === "" ? words : `${what}: ${words}`, fix, owner, code };
  },
  disconnected: (wasSignedIn: boolean): SignInAnswer => ({
    state: "disconnected",
    words: wasSignedIn
      ? "The connector has forgotten its sign-in to Partner Center. Changes wait until somebody signs in again."
      : "The connector was not signed in to Partner Center.",
    fix: wasSignedIn
      ? "To end access at once, revoke the user's sessions in Microsoft Entra: what was given out before lives for an hour at most."
      : "",
    owner: wasSignedIn ? "administrator" : "nobody",
  }),
} as const;
