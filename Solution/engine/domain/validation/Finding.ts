import { formatMessage, type WordDetails } from "../values/formatMessage";
import { findingKinds, type FindingCode, type FindingKind } from "./findingKinds";

/** One thing that is missing or worth knowing, in words for a seller. */
export interface Finding {
  code: FindingCode;
  severity: FindingKind["severity"];
  /** Logical name of the column, or table of the grid, to focus. */
  column: string;
  words: string;
  fix: string;
  /** What was filled into words and fix, for whoever says them in another language. */
  details: WordDetails;
}

/** `column` overrides the kind's own where the very column depends on the case. */
export const toFinding = (code: FindingCode, details: WordDetails = {}, column?: string): Finding => {
  const kind: FindingKind = findingKinds[code];
  return {
    code,
    severity: kind.severity,
    column: column ?? kind.column,
    words: formatMessage(kind.words, details),
    fix: formatMessage(kind.fix, details),
    details,
  };
};

export const isBlocking = ({ severity }: Finding): boolean => severity === "blocking";
