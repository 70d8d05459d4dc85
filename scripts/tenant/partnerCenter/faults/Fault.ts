/** Which calls a fault strikes. */
export const faultOperations = [
  "any",
  "POST referral",
  "PATCH referral",
  "PUT referral",
  "GET",
  "GET referral",
  "GET referrals",
  "webhook registration",
  "token",
] as const;
export type FaultOperation = (typeof faultOperations)[number];

/** Statuses the documentation lists, and what networks do. */
export const faultKinds = [
  400,
  401,
  403,
  404,
  409,
  412,
  423,
  429,
  500,
  501,
  503,
  504,
  507,
  509,
  "hang",
  "dropAfterCommit",
  "slow",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Something that will go wrong `times` times. */
export interface Fault {
  id: string;
  operation: FaultOperation;
  kind: FaultKind;
  /** With 429 and 503: the Retry-After header, in seconds. */
  retryAfterSeconds: number | null;
  /** With a status: the error code to send, such as one nobody knows yet; null for the usual one. */
  code: string | null;
  /** With "slow": how long the answer waits. */
  ms: number;
  /** How often it will still strike. */
  times: number;
}
