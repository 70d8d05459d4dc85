import type { ApiErrorCode, ApiRefusal } from "../referrals/ApiRefusal";
import type { SandboxState } from "../SandboxState";
import type { ApiFailure } from "./ApiCall";

/** A failure worded as the Referrals API words its own. */
export function referralFailure(
  { status, retryAfterSeconds, code }: ApiFailure,
  { switches, clock }: Pick<SandboxState, "switches" | "clock">,
): ApiRefusal {
  const codes: Record<number, ApiErrorCode> = {
    400: "invalidRequest",
    401: switches.unauthenticatedCode,
    403: "accessDenied",
    404: "itemNotFound",
    409: "invalidRequest",
    412: switches.staleETagCode,
    429: "serviceNotAvailable",
    503: "serviceNotAvailable",
  };
  const retryAfter = (seconds: number): string =>
    switches.retryAfterFormat === "seconds" ? String(seconds) : new Date(clock() + seconds * 1000).toUTCString();
  return {
    kind: "refused",
    status,
    code: code ?? codes[status] ?? "generalException",
    message: status === 429 ? "Too many requests." : `The sandbox was asked to answer ${status}.`,
    target: "referral",
    innerCode: "faultOnDemand",
    ...(retryAfterSeconds === null ? {} : { headers: { "retry-after": retryAfter(retryAfterSeconds) } }),
  };
}
