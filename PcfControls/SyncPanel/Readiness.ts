import { isBlocking, type Finding } from "../../Solution/engine/domain/validation/Finding";

/** What is known about sending this opportunity. */
export type Readiness =
  | { kind: "checking" }
  /** What is beside the form could not be read; `lacksRole`: for want of the role that sellers have. */
  | { kind: "unknown"; lacksRole: boolean }
  | { kind: "known"; findings: readonly Finding[] };

export const blockingOf = (readiness: Readiness): readonly Finding[] =>
  readiness.kind === "known" ? readiness.findings.filter(isBlocking) : [];
