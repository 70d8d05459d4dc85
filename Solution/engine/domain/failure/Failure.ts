import { failureKind, type FailureCode, type FailureOwner } from "./failureKinds";

/** Something outside went wrong. Closed: what a seller reads comes from the catalogue, by code. */
export interface Failure {
  code: FailureCode;
  /** How long the other side asked to be left alone; null where it said nothing. */
  retryAfterMs: number | null;
  /** For administrators, in traces and audit details; never shown to a seller. */
  cause: string;
}

export const toFailure = (code: FailureCode, cause: string, retryAfterMs: number | null = null): Failure => ({
  code,
  cause,
  retryAfterMs,
});

/** A failure in words for the person in front of the form. */
export interface FailureWords {
  code: string;
  words: string;
  fix: string;
  owner: FailureOwner;
}

export const toFailureWords = (code: string): FailureWords => {
  const { words, fix, owner } = failureKind(code);
  return { code, words, fix, owner };
};
