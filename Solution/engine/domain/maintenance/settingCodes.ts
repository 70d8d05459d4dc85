import type { FailureCode } from "../failure/failureKinds";

/** Failures that a corrected setting ends; a sign-in has codes of its own. */
export const settingCodes: readonly FailureCode[] = [
  "connection.profileUnknown",
  "connection.settingsMissing",
  "customize.failed",
  "customize.unknown",
  "customize.unreadable",
  "dataverse.columnUnknown",
];
