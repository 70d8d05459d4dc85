import fc from "fast-check";
import { toFailure, toFailureWords } from "../../../../../Solution/engine/domain/failure/Failure";
import {
  failureKind,
  failureKinds,
  isFailureCode,
  type FailureCode,
} from "../../../../../Solution/engine/domain/failure/failureKinds";
import { msBetween } from "../../../../../Solution/engine/domain/values/instant";
import { nextAttemptOn, retryDelaysMs } from "../../../../../Solution/engine/domain/failure/nextAttemptOn";
import { toPartnerCenterFailure } from "../../../../../Solution/engine/domain/failure/toPartnerCenterFailure";
import { toTokenFailure } from "../../../../../Solution/engine/domain/failure/toTokenFailure";

const refusal = (status: number, ...codes: string[]) =>
  toPartnerCenterFailure({ status, codes, message: "", retryAfterMs: null }).code;

test.each([
  400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 422, 423, 429, 500, 501, 503, 504, 507, 509,
])("status %i of the documentation is in the catalogue, even without a code", (status) => {
  expect(refusal(status)).not.toBe("partnerCenter.unexpected");
});

test.each<[string, FailureCode]>([
  ["accessDenied", "partnerCenter.accessDenied"],
  ["generalException", "partnerCenter.generalException"],
  ["invalidRequest", "partnerCenter.invalidRequest"],
  ["itemNotFound", "partnerCenter.itemNotFound"],
  ["preconditionFailed", "partnerCenter.preconditionFailed"],
  ["resourceModified", "partnerCenter.resourceModified"],
  ["serviceNotAvailable", "partnerCenter.serviceNotAvailable"],
  ["unauthenticated", "partnerCenter.unauthenticated"],
  ["unAuthorized", "partnerCenter.unauthenticated"],
  ["900421", "partnerCenter.mfaRequired"],
  ["insufficent_claims", "partnerCenter.insufficientClaims"],
])("code %s of the documentation is %s, however it is spelt", (code, expected) => {
  expect(refusal(400, code)).toBe(expected);
  expect(refusal(400, code.toUpperCase())).toBe(expected);
});

test("the innermost code that is known decides; unknown ones leave it to the others and to the status", () => {
  expect(refusal(400, "invalidRequest", "itemNotFound")).toBe("partnerCenter.itemNotFound");
  expect(refusal(403, "accessDenied", "somethingNew")).toBe("partnerCenter.accessDenied");
  expect(refusal(404, "somethingNew")).toBe("partnerCenter.itemNotFound");
  expect(refusal(418, "somethingNew")).toBe("partnerCenter.unexpected");
  expect(refusal(599)).toBe("partnerCenter.generalException");
});

test("a stale tag is a stale tag, whichever of its two codes comes with it", () => {
  expect(refusal(412, "resourceModified")).toBe("partnerCenter.preconditionFailed");
});

test.each<[number, FailureCode]>([
  [50173, "token.revoked"],
  [700082, "token.expired"],
  [50076, "token.mfaRequired"],
  [53003, "token.conditionalAccess"],
  [7000215, "token.secretWrong"],
  [7000222, "token.secretExpired"],
  [700016, "token.appUnknown"],
  [90002, "token.tenantUnknown"],
  [65001, "token.consentMissing"],
  [50057, "token.userDisabled"],
  [50055, "token.passwordExpired"],
])("AADSTS%i is %s", (number, expected) => {
  const token = { status: 400, error: "invalid_grant", numbers: [number], message: "", retryAfterMs: null };

  expect(toTokenFailure(token).code).toBe(expected);
});

test("without a number OAuth's own error decides; an outage is an outage", () => {
  const token = { error: "invalid_client", numbers: [], message: "", retryAfterMs: null };

  expect(toTokenFailure({ ...token, status: 401 }).code).toBe("token.secretWrong");
  expect(toTokenFailure({ ...token, status: 503 }).code).toBe("token.unavailable");
  expect(toTokenFailure({ ...token, status: 400, error: "brand_new" }).code).toBe("token.refused");
});

test("every failure tells a seller what happened, what to do and who can do it, and no more", () => {
  for (const code of Object.keys(failureKinds)) {
    const { words, fix, owner } = toFailureWords(code);
    expect(`${words} ${fix}`.replaceAll("Dynamics 365", "")).not.toMatch(
      /[{}]|0x|\b\d{3}\b|https?:|error code|[0-9a-f]{8}-/i,
    );
    expect(words).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
    if (owner === "administrator") expect(fix).toMatch(/administrator/);
  }
});

test("a code of another version has words, too", () => {
  expect(isFailureCode("partnerCenter.ofTomorrow")).toBe(false);
  expect(toFailureWords("partnerCenter.ofTomorrow").words).toBe(failureKinds["partnerCenter.unexpected"].words);
});

test("nothing is tried before the other side allows it, and nothing for ever", () => {
  const now = "2026-11-22T21:00:00.000Z";
  const codes = Object.keys(failureKinds) as FailureCode[];
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 0, max: 86_400_000 })),
      (code, attempts, retryAfterMs) => {
        const next = nextAttemptOn(toFailure(code, "", retryAfterMs), attempts, now);
        if (!failureKind(code).isRetryable || attempts > retryDelaysMs.length) expect(next).toBeNull();
        else expect(msBetween(now, next ?? "")).toBeGreaterThanOrEqual(Math.max(60_000, retryAfterMs ?? 0));
      },
    ),
  );
});
