import type { FailureAbout } from "./FailureAbout";
import { waits } from "./FailureKind";
import { failureKind, isTriedAgain, type FailureCode, type FailureOwner } from "./failureKinds";
import type { Instant } from "../values/instant";

/** Something outside went wrong. Closed: what a seller reads comes from the catalogue, by code. */
export interface Failure {
  code: FailureCode;
  /** How long the other side asked to be left alone; null where it said nothing. */
  retryAfterMs: number | null;
  /** For the technical log alone: it may quote what others said, so no row and no answer ever holds it. */
  cause: string;
  /** What an administrator goes on with, and rows may hold: statuses, documented codes, names and values of the company's own. */
  detail?: string;
  /** What a seller may read of it beside the catalogue's words. */
  about?: FailureAbout;
}

export const toFailure = (code: FailureCode, cause: string, retryAfterMs: number | null = null): Failure => ({
  code,
  cause,
  retryAfterMs,
});

/** A failure whose cause is in our own words, so that rows may hold it. */
export const failureWithDetail = (
  code: FailureCode,
  detail: string,
  { cause = detail, retryAfterMs = null }: Partial<Pick<Failure, "cause" | "retryAfterMs">> = {},
): Failure => ({ code, cause, retryAfterMs, detail });

/** A failure in words for the person in front of the form. */
export interface FailureWords {
  code: string;
  words: string;
  fix: string;
  owner: FailureOwner;
  /** Who refused, in words of their own, cleaned; absent where nobody said more. */
  reason?: string;
  /** What it is about, as the form calls it; absent where that is not known. */
  label?: string;
  /** Column or grid of the form that leads to the value to blame; absent where that is not known. */
  column?: string;
}

/** When work that failed is tried again; null: parked, it is not. */
export interface NextAttempt {
  nextAttemptOn: Instant | null;
}

/** A deal that Microsoft offers and nobody has answered. */
export const answerDueCode = "referral.answerDue" satisfies FailureCode;

const gaveUp = "The connector has tried for more than a day and stopped. Save again to try once more.";

const clockTime = (instant: Instant): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`;

/** What to do, with the time of the next attempt where that is known. */
const fixOf = (code: string, next: NextAttempt | null): string => {
  const { fix } = failureKind(code);
  if (next === null || !isTriedAgain(code)) return fix;
  if (next.nextAttemptOn === null) return gaveUp;
  return fix.replace(waits, waits.replace(/\.$/, ` at ${clockTime(next.nextAttemptOn)}.`));
};

const withLabel = (words: FailureWords, { label, column }: FailureAbout): FailureWords => ({
  ...words,
  words: `${words.words.replace(/\.$/, "")}: see ${label}.`,
  fix: `Correct ${label} and save again. If it is right, ask your administrator to look at the plug-in trace log.`,
  label,
  ...(column === "" ? {} : { column }),
});

/** `next` tells what is planned for the work that failed, where anything is; `about` what is known of this very failure. */
export const toFailureWords = (
  code: string,
  next: NextAttempt | null = null,
  about: FailureAbout | null = null,
): FailureWords => {
  const { words, owner } = failureKind(code);
  const general: FailureWords = { code, words, fix: fixOf(code, next), owner };
  if (about === null) return general;
  const named = about.label === "" ? general : withLabel(general, about);
  return about.reason === "" ? named : { ...named, reason: about.reason };
};

/** The reason as a sentence of its own, to stand between what happened and what to do; empty where there is none. */
export const toReasonSentence = ({ code, reason = "" }: Pick<FailureWords, "code" | "reason">): string => {
  if (reason === "") return "";
  if (code.startsWith("partnerCenter.")) return `Partner Center says: “${reason}”`;
  return code.startsWith("referral.") ? `The reason: ${reason}.` : reason;
};
