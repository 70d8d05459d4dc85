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

/** A request that one of the emulated hosts has recognised as its own, not yet carried out. */
export interface ApiCall {
  operation: ApiOperation;
  perform(): HttpAnswer;
  /** How this host words a failure that is not the caller's fault, or a refusal on demand. */
  fail(status: number, retryAfterSeconds: number | null): HttpAnswer;
}
