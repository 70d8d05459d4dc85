import { failureKind } from "./failureKinds";
export const toFailure = (code, cause, retryAfterMs = null) => ({
    code,
    cause,
    retryAfterMs,
});
export const toFailureWords = (code) => {
    const { words, fix, owner } = failureKind(code);
    return { code, words, fix, owner };
};
