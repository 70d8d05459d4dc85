import type { HttpAnswer } from "../http/SandboxAnswer";

/** The operations a fault can name, and one for addresses that are none. */
export type ApiOperation =
  | "POST referral"
  | "PATCH referral"
  | "PUT referral"
  | "GET referral"
  | "GET referrals"
  | "webhook registration"
  | "token"
  | "unknown";

/** A failure that is none of the caller's doing, or a refusal on demand. */
export interface ApiFailure {
  status: number;
  retryAfterSeconds: number | null;
  /** Error code to send in the place of the usual one. */
  code?: string | null;
}

/** A request that one of the emulated hosts has recognised as its own, not yet carried out. */
export interface ApiCall {
  operation: ApiOperation;
  perform(): HttpAnswer;
  /** The failure in this host's words. */
  fail(failure: ApiFailure): HttpAnswer;
}
