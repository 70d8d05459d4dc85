import type { Switches } from "../switches/switches";
import type { ApiRefusal } from "./ApiRefusal";
import type { Breach } from "./rules/Rule";

/** A malformed request: 400 whatever the switches say. */
export function refuseRequest(innerCode: string, message: string, target = "referral"): ApiRefusal {
  return { kind: "refused", status: 400, code: "invalidRequest", message, target, innerCode };
}

/** A well-formed request that breaks a rule. */
export function refuseBreach(breach: Breach, switches: Switches): ApiRefusal {
  const status = breach.conflict === true ? 409 : Number(switches.validationStatus);
  const { innerCode, message, target } = breach;
  return { kind: "refused", status, code: "invalidRequest", message, target, innerCode };
}

export function refuseUnknownReferral(referralId: string): ApiRefusal {
  return {
    kind: "refused",
    status: 404,
    code: "itemNotFound",
    message: `Referral ${referralId} could not be found.`,
    target: "referral",
    innerCode: "referralNotFound",
  };
}

/** A caller who is known and may not. */
export function refuseAccess(innerCode: string, message: string): ApiRefusal {
  return { kind: "refused", status: 403, code: "accessDenied", message, target: "referral", innerCode };
}
