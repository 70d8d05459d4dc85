import type { Failure } from "./Failure";
import type { Words } from "../shared/words";

/** Words for the failure of the last sync; a code without words of its own still says what to do and who can do it. */
export const toFailure = (words: Words, _code: string | null): Failure => ({
  words: words("UnknownFailure_Words"),
  fix: words("UnknownFailure_Fix"),
  owner: "administrator",
});
