import { toFailureWords } from "../../../Solution/engine/domain/failure/Failure";
import type { StaleColumn } from "./findStaleColumns";
import type { CallFailure, TransportFailure } from "./DataClient";
import type { Question } from "./Question";
import { transportFailureWords, wishTransportWords, words } from "./strings";

const describeStale = (columns: readonly StaleColumn[]): string =>
  columns.map(({ label, now }) => (now === "" ? words.stale.empty(label) : words.stale.now(label, now))).join(" ");

/** What is asked before a save overwrites what somebody else changed. */
export const staleQuestion = (columns: readonly StaleColumn[]): Question => {
  const { title, text, confirm, cancel } = words.stale;
  return { title, text: text(describeStale(columns)), confirm, cancel };
};

/** What stands above the form after the seller took back such a save. */
export const notSaved = (columns: readonly StaleColumn[]): string => words.stale.notSaved(describeStale(columns));

const isTransportFailure = (failure: CallFailure): failure is TransportFailure => failure in transportFailureWords;

/** What happened, what to do and who can do it, after a call that came to nothing. */
export const toFailureText = (failure: CallFailure): string => {
  if (isTransportFailure(failure)) return transportFailureWords[failure];
  const { words: said, fix } = toFailureWords(failure);
  return `${words.savedNotSent} ${said} ${fix}`;
};

/** What happened, what to do and who can do it, after an answer or a decision that came to nothing. */
export const toWishFailureText = (failure: CallFailure): string => {
  if (isTransportFailure(failure)) return wishTransportWords[failure];
  const { words: said, fix } = toFailureWords(failure);
  return `${said} ${fix}`;
};
