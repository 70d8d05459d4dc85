import type { FailureWords } from "./Failure";
import { waits } from "./FailureKind";
import { failureKind } from "./failureKinds";

const task = /^Ask your administrator to (.*?)(?:; then save again)?\.$/;

/** What to do, said to the one who does it: nobody has to be asked, and there is no deal to save. */
const fixOf = (code: string): string => {
  const { fix, retry } = failureKind(code);
  if (retry === "fatal") return "Report this to the maker of the connector, with the plug-in trace log of this call.";
  if (retry === "transient") return "Try again in a few minutes.";
  const doing = task.exec(fix)?.[1]?.replace(/, (and|or|and then) to /g, ", $1 ");
  return doing === undefined
    ? fix.replace(waits, "Try again later.")
    : `${doing.charAt(0).toUpperCase()}${doing.slice(1)}.`;
};

/** A failure in words for the administrator who has just asked for something. */
export const toAdministratorWords = (code: string): FailureWords => {
  const { words, owner } = failureKind(code);
  return { code, words, fix: fixOf(code), owner };
};
