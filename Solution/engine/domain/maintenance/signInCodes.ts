import { failureKind, failureKinds, type FailureCode } from "../failure/failureKinds";

/**
 * Failures that are over once Microsoft Entra has given a token again. What Partner Center itself refuses is not among them: a
 * token is no proof that it would take it now.
 */
export const signInCodes = (): readonly FailureCode[] =>
  (Object.keys(failureKinds) as FailureCode[]).filter(
    (code) => /^(token|connection)\./.test(code) && failureKind(code).retry === "person",
  );
