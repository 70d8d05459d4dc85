import type { Caller } from "../api/Caller";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";

/** What every operation of the Referrals API gets. */
export interface ReferralRequest {
  state: SandboxState;
  caller: Caller;
  http: SandboxRequest;
}

export type ReferralOperation = (request: ReferralRequest, referralId: string) => HttpAnswer | ApiRefusal;
