import type { FailureWords } from "./Failure";
import { failureKind, isTriedAgain } from "./failureKinds";

const task = /^Ask your administrator to (.*); then save again\.$/;

/** A failure in words for the administrator who has just asked for something: nobody has to be asked, nothing has to be saved. */
export const toAdministratorWords = (code: string): FailureWords => {
  const { words, fix, owner } = failureKind(code);
  if (isTriedAgain(code)) return { code, words, fix: "Try again in a few minutes.", owner };
  const doing = task.exec(fix)?.[1]?.replace(/, (and|or) to /g, ", $1 ");
  if (doing === undefined) return { code, words, fix, owner };
  return { code, words, fix: `${doing.charAt(0).toUpperCase()}${doing.slice(1)}.`, owner };
};
