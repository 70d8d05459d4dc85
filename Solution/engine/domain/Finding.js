import { fillWords } from "./fillWords";
import { findingKinds } from "./findingKinds";
/** `column` overrides the kind's own where the very column depends on the case. */
export const toFinding = (code, details = {}, column) => {
    const kind = findingKinds[code];
    return {
        code,
        severity: kind.severity,
        column: column !== null && column !== void 0 ? column : kind.column,
        words: fillWords(kind.words, details),
        fix: fillWords(kind.fix, details),
    };
};
export const isBlocking = ({ severity }) => severity === "blocking";
