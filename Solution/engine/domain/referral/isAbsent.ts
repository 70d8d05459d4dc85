import type { FailureCode } from "../failure/failureKinds";

const absent: readonly string[] = ["partnerCenter.itemNotFound", "partnerCenter.gone"] satisfies FailureCode[];

/** Whether a failure says that a referral is not there for the connector's user: removed, or never theirs to see. */
export const isAbsent = (code: string): boolean => absent.includes(code);
