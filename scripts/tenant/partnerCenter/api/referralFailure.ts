import type { ApiErrorCode, ApiRefusal } from "../referrals/ApiRefusal";
import type { Switches } from "../switches/switches";

/** A failure on demand, worded as the Referrals API words its own. */
export function referralFailure(status: number, retryAfterSeconds: number | null, switches: Switches): ApiRefusal {
  const codes: Record<number, ApiErrorCode> = {
    401: switches.unauthenticatedCode,
    412: switches.staleETagCode,
    429: "serviceNotAvailable",
    503: "serviceNotAvailable",
  };
  return {
    kind: "refused",
    status,
    code: codes[status] ?? "generalException",
    message: `The sandbox was asked to answer ${status}.`,
    target: "referral",
    innerCode: "faultOnDemand",
    ...(retryAfterSeconds === null ? {} : { headers: { "retry-after": String(retryAfterSeconds) } }),
  };
}
