import { customizeFailures } from "./customizeFailures";
import type { FailureKind } from "./FailureKind";
import { inboundFailures } from "./inboundFailures";
import { partnerCenterFailures } from "./partnerCenterFailures";
import { platformFailures } from "./platformFailures";
import { referralFailures } from "./referralFailures";
import { requestFailures } from "./requestFailures";
import { tokenFailures } from "./tokenFailures";

export type { FailureKind, FailureOwner } from "./FailureKind";

/** Every failure outside, by the code that Sync Messages and links hold; its first word is the group it belongs to. */
export const failureKinds = {
  ...partnerCenterFailures,
  ...tokenFailures,
  ...platformFailures,
  ...customizeFailures,
  ...inboundFailures,
  ...referralFailures,
  ...requestFailures,
} as const satisfies Readonly<Record<string, FailureKind>>;

export type FailureCode = keyof typeof failureKinds;

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureKinds, code);

/** A stored code; for one of another version that of the unexpected. */
export const toFailureCode = (code: string): FailureCode => (isFailureCode(code) ? code : "partnerCenter.unexpected");

/** The catalogue's line. */
export const failureKind = (code: string): FailureKind => failureKinds[toFailureCode(code)];

/** Whether work that failed so is tried again without a person. */
export const isTriedAgain = (code: string): boolean =>
  ["transient", "throttled", "onItsWay"].includes(failureKind(code).retry);
