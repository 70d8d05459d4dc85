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

export const faultKinds = [401, 412, 429, 500, 503, "hang", "dropAfterCommit", "slow"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Something that will go wrong `times` times. */
export interface Fault {
  id: string;
  operation: FaultOperation;
  kind: FaultKind;
  /** With 429 and 503: the Retry-After header, in seconds. */
  retryAfterSeconds: number | null;
  /** With "slow": how long the answer waits. */
  ms: number;
  /** How often it will still strike. */
  times: number;
}
