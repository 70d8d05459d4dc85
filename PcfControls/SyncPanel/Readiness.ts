import { isBlocking, type Finding } from "../../Solution/engine/domain/validation/Finding";

/** What is known about sending this opportunity. */
export type Readiness =
  | { kind: "checking" }
  /** The account or the solutions could not be read. */
  | { kind: "unknown" }
  | { kind: "known"; findings: readonly Finding[] };

export const blockingOf = (readiness: Readiness): readonly Finding[] =>
  readiness.kind === "known" ? readiness.findings.filter(isBlocking) : [];
