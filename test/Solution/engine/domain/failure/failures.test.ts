import fc from "fast-check";
import { toFailure, toFailureWords } from "../../../../../Solution/engine/domain/failure/Failure";
import {
  failureKind,
  failureKinds,
  isFailureCode,
  isTriedAgain,
  type FailureCode,
} from "../../../../../Solution/engine/domain/failure/failureKinds";
import { msBetween } from "../../../../../Solution/engine/domain/values/instant";
import {
  countAttempts,
  countEditedAttempts,
  jitter,
  nextAttemptOn,
  nextEditedAttemptOn,
  arrivalDelaysMs,
  retryDelaysMs,
  throttleDelaysMs,
} from "../../../../../Solution/engine/domain/failure/nextAttemptOn";
import { toPartnerCenterFailure } from "../../../../../Solution/engine/domain/referral/toPartnerCenterFailure";
import { toTokenFailure } from "../../../../../Solution/engine/domain/failure/toTokenFailure";

const refusal = (status: number, ...codes: string[]) =>
  toPartnerCenterFailure({ status, codes, message: "", target: "", secrets: [], retryAfterMs: null }).code;

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

test("where Partner Center answers with a redirect, nobody follows and an administrator is asked", () => {
  expect(refusal(302)).toBe("partnerCenter.redirected");
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
  [50034, "token.userUnknown"],
  [50053, "token.userLocked"],
  [50105, "token.userNotAssigned"],
  [53000, "token.deviceRefused"],
  [90094, "token.adminConsentMissing"],
  [500011, "token.partnerCenterUnknown"],
  [70011, "token.scopeWrong"],
  [7000112, "token.appDisabled"],
  [7000218, "token.secretMissing"],
  [900421, "token.mfaRequired"],
  [50055, "token.passwordExpired"],
])("AADSTS%i is %s", (number, expected) => {
  const token = {
    status: 400,
    error: "invalid_grant",
    numbers: [number],
    message: "",
    target: "",
    secrets: [],
    retryAfterMs: null,
  };

  expect(toTokenFailure(token).code).toBe(expected);
});

test("without a number OAuth's own error decides; an outage is an outage", () => {
  const token = { error: "invalid_client", numbers: [], message: "", target: "", secrets: [], retryAfterMs: null };

  expect(toTokenFailure({ ...token, status: 401 }).code).toBe("token.secretWrong");
  expect(toTokenFailure({ ...token, status: 503 }).code).toBe("token.unavailable");
  expect(toTokenFailure({ ...token, status: 429 }).code).toBe("token.throttled");
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

const now = "2026-11-22T21:00:00.000Z";
const codes = Object.keys(failureKinds) as FailureCode[];
const anyRetryAfter = fc.option(fc.integer({ min: 0, max: 86_400_000 }));
const anyKey = fc.string();

/** Whoever throttles and names no time is asked again after half a minute, less a fifth; whoever names one, after ten seconds. */
const leastMs = (retry: string): number => (retry === "throttled" ? 8000 : 48_000);

test("nothing is tried before the other side allows it, and no outage for ever", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...codes),
      fc.integer({ min: 1, max: 40 }),
      anyRetryAfter,
      anyKey,
      (code, attempts, retryAfterMs, key) => {
        const next = nextAttemptOn(toFailure(code, "", retryAfterMs), attempts, now, key);
        const { retry } = failureKind(code);
        const delaysMs = retry === "transient" ? retryDelaysMs : retry === "onItsWay" ? arrivalDelaysMs : null;
        const isOver = delaysMs !== null && attempts > delaysMs.length;
        if (!isTriedAgain(code) || isOver) expect(next).toBeNull();
        else expect(msBetween(now, next ?? "")).toBeGreaterThanOrEqual(Math.max(leastMs(retry), retryAfterMs ?? 0));
      },
    ),
  );
});

test("a delay is spread by a fifth to either side, by the work's own key and the same way every time", () => {
  const failure = toFailure("http.timeout", "");
  const delays = Array.from({ length: 400 }, (_, at) =>
    msBetween(now, nextAttemptOn(failure, 4, now, `deal ${at}`) ?? ""),
  );

  expect(Math.min(...delays)).toBeGreaterThanOrEqual(240_000 * (1 - jitter));
  expect(Math.max(...delays)).toBeLessThanOrEqual(240_000 * (1 + jitter));
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(240_000 * jitter);
  expect(new Set(delays).size).toBeGreaterThan(350);
  expect(nextAttemptOn(failure, 4, now, "deal 7")).toBe(nextAttemptOn(failure, 4, now, "deal 7"));
});

test("asked to wait until midnight, a thousand deals do not come back in one second", () => {
  const failure = toFailure("budget.spent", "", 3 * 3_600_000);
  const times = Array.from({ length: 1000 }, (_, at) => nextAttemptOn(failure, 1, now, `deal ${at}`) ?? "");
  const seconds = new Set(times.map((time) => time.slice(0, 19)));

  expect(seconds.size).toBeGreaterThan(10);
  expect([...times].sort()[0]?.slice(0, 10)).toBe("2026-11-23");
});

test("throttled work is tried again for as long as it takes, and uses up no tries of an outage", () => {
  const throttledFailure = toFailure("partnerCenter.throttled", "");
  const outage = toFailure("http.network", "");

  const late = msBetween(now, nextAttemptOn(throttledFailure, 500, now, "deal") ?? "");
  expect(late).toBeLessThanOrEqual((throttleDelaysMs.at(-1) ?? 0) * (1 + jitter));
  expect(countAttempts({ code: "partnerCenter.throttled", count: 40 }, outage)).toBe(1);
  expect(countAttempts({ code: "http.timeout", count: 4 }, outage)).toBe(5);
  expect(countAttempts(null, outage)).toBe(1);
});

test("what an outage held back is out about as long after its end as the outage took, and gives up after more than a day", () => {
  retryDelaysMs.forEach((delayMs, at) => {
    const before = retryDelaysMs.slice(0, at).reduce((sum, earlier) => sum + earlier, 0);
    expect(delayMs).toBeLessThanOrEqual(before + 60_000);
  });
  expect(retryDelaysMs.reduce((sum, delayMs) => sum + delayMs, 0)).toBeGreaterThan(86_400_000);
});

test("a short Retry-After means a short wait; only where that is not enough it is doubled", () => {
  const failure = toFailure("partnerCenter.throttled", "", 3000);
  const delays = [1, 2, 3, 4].map((attempts) => msBetween(now, nextAttemptOn(failure, attempts, now, "deal") ?? ""));

  [10_000, 20_000, 40_000, 80_000].forEach((expected, at) => {
    expect(delays[at]).toBeGreaterThanOrEqual(expected * (1 - jitter));
    expect(delays[at]).toBeLessThanOrEqual(expected * (1 + jitter));
  });
});

describe("an edit that fails while an earlier attempt waits", () => {
  const throttledFailure = toFailure("partnerCenter.throttled", "", 3000);
  const waiting = { code: "partnerCenter.throttled", count: 3, nextOn: "2026-11-22T21:00:20.000Z" };

  test("is no further failed attempt, whatever class of failure it meets", () => {
    expect(countEditedAttempts(waiting, throttledFailure)).toBe(3);
    expect(countEditedAttempts(waiting, toFailure("http.timeout", ""))).toBe(1);
    expect(countEditedAttempts(null, throttledFailure)).toBe(1);
  });

  test("does not put off the attempt that is planned, and undercuts no Retry-After", () => {
    expect(nextEditedAttemptOn(throttledFailure, waiting, 3, now, "deal")).toBe("2026-11-22T21:00:20.000Z");
    const overdue = { ...waiting, nextOn: "2026-11-22T20:59:00.000Z" };
    expect(nextEditedAttemptOn(throttledFailure, overdue, 3, now, "deal")).toBe("2026-11-22T21:00:03.000Z");
    const far = { ...waiting, nextOn: "2026-11-22T22:00:00.000Z" };
    expect(nextEditedAttemptOn(throttledFailure, far, 1, now, "deal")).toBe(
      nextAttemptOn(throttledFailure, 1, now, "deal"),
    );
  });

  test("begins anew where the connector had given up", () => {
    const parked = { code: "http.timeout", count: 12, nextOn: null };
    expect(countEditedAttempts(parked, toFailure("http.timeout", ""))).toBe(1);
    expect(nextEditedAttemptOn(toFailure("http.timeout", ""), parked, 1, now, "deal")).not.toBeNull();
  });
});

test("a failure that waits says when it is tried again; a parked one says that it is not", () => {
  const next = { nextAttemptOn: "2026-11-22T21:05:12.000Z" };

  expect(toFailureWords("http.timeout").fix).toBe("Nothing is lost; the connector tries again by itself.");
  expect(toFailureWords("http.timeout", next).fix).toBe(
    "Nothing is lost; the connector tries again by itself at 2026-11-22 21:05Z.",
  );
  expect(toFailureWords("budget.spent", next).fix).toContain("by itself at 2026-11-22 21:05Z. A new day");
  expect(toFailureWords("http.timeout", { nextAttemptOn: null }).fix).toMatch(/stopped. Save again/);
  expect(toFailureWords("token.expired", { nextAttemptOn: null }).fix).toBe(failureKinds["token.expired"].fix);
});

test("the catalogue knows at least sixty causes, each with words of its own", () => {
  expect(codes.length).toBeGreaterThanOrEqual(60);
  const words = new Set(codes.map((code) => failureKinds[code].words));
  // Two documented codes tell of one and the same thing: a stale tag.
  expect(words.size).toBe(codes.length - 1);
});

test("only time ends what is tried again, so nobody is sent to do something about it first", () => {
  for (const code of codes) {
    const { retry, fix } = failureKind(code);
    if (isTriedAgain(code) && !code.startsWith("customize.")) expect(fix).toMatch(/tries again by itself/);
    if (!isTriedAgain(code)) expect(fix).not.toMatch(/by itself/);
    if (retry === "fatal") expect(fix).toMatch(/report/);
  }
});
