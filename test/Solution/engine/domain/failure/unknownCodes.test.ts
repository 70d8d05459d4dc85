import fc from "fast-check";
import { toDataverseFailure } from "../../../../../Solution/engine/adapters/dataverse/toDataverseFailure";
import type { Failure } from "../../../../../Solution/engine/domain/failure/Failure";
import { isFailureCode } from "../../../../../Solution/engine/domain/failure/failureKinds";
import { toPartnerCenterFailure } from "../../../../../Solution/engine/domain/referral/toPartnerCenterFailure";
import { toTokenFailure } from "../../../../../Solution/engine/domain/failure/toTokenFailure";

/* Whatever is answered, documented or of tomorrow, is a line of the catalogue, and what rows may hold of it is ours. */

const marker = "RAWWORDS";
const message = fc.string().map((text) => `${marker} ${text}`);
const anyCode = fc.oneof(message, fc.constantFrom("accessDenied", "INVALIDREQUEST", "900421", "somethingNew"));

const judge = (failure: Failure): void => {
  expect(isFailureCode(failure.code)).toBe(true);
  expect(failure.cause).toContain(marker);
  expect(failure.detail ?? "").not.toContain(marker);
};

test("any answer of Partner Center", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 999 }),
      fc.array(anyCode, { maxLength: 4 }),
      message,
      (status, codes, text) =>
        judge(
          toPartnerCenterFailure({ status, codes, message: text, target: "", secrets: [marker], retryAfterMs: null }),
        ),
    ),
  );
});

test("any answer of Microsoft Entra", () => {
  const numbers = fc.array(fc.nat(99_999_999), { maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), message, numbers, (status, error, all) =>
      judge(toTokenFailure({ status, error, numbers: all, message: marker, retryAfterMs: null })),
    ),
  );
});

test("any refusal of Dataverse or of the plug-in host", () => {
  const hex = fc.integer({ min: 0, max: 0xffffffff }).map((number) => `0x${number.toString(16).padStart(8, "0")}`);
  const code = fc.oneof(hex, message, fc.constantFrom("host.broken", "host.notAllowed", "http.tomorrow", ""));
  fc.assert(fc.property(code, message, (one, text) => judge(toDataverseFailure({ code: one, message: text }))));
});

test("what an administrator goes on with is the status and the codes that are documented", () => {
  const answer = {
    status: 400,
    codes: ["invalidRequest", marker],
    message: marker,
    target: "",
    secrets: [],
    retryAfterMs: null,
  };
  expect(toPartnerCenterFailure(answer).detail).toBe("Partner Center answered 400 invalidRequest.");
  const token = { status: 400, error: marker, numbers: [700082], message: marker, retryAfterMs: null };
  expect(toTokenFailure(token).detail).toBe("Microsoft Entra answered 400 AADSTS700082.");
  expect(toDataverseFailure({ code: "0x80040265", message: marker }).detail).toBe("Dynamics 365 answered 0x80040265.");
});
