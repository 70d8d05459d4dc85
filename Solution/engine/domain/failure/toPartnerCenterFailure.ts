import { toToldFailure, type Failure } from "./Failure";
import type { FailureCode } from "./failureKinds";

/** An answer of the Referrals API that is no success. */
export interface PartnerCenterRefusal {
  status: number;
  /** `error.code`, then the codes of nested inner errors. */
  codes: readonly string[];
  /** `error.message` and other text; for the technical log only, it is neither localised nor stable. */
  message: string;
  retryAfterMs: number | null;
}

// The page that lists the codes uses another spelling in its own sample, so case does not count.
const byCode: Readonly<Record<string, FailureCode>> = {
  "900421": "partnerCenter.mfaRequired",
  accessdenied: "partnerCenter.accessDenied",
  generalexception: "partnerCenter.generalException",
  insufficent_claims: "partnerCenter.insufficientClaims",
  insufficient_claims: "partnerCenter.insufficientClaims",
  invalidrequest: "partnerCenter.invalidRequest",
  itemnotfound: "partnerCenter.itemNotFound",
  preconditionfailed: "partnerCenter.preconditionFailed",
  resourcemodified: "partnerCenter.resourceModified",
  servicenotavailable: "partnerCenter.serviceNotAvailable",
  unauthenticated: "partnerCenter.unauthenticated",
  unauthorized: "partnerCenter.unauthenticated",
};

/** Every status the API documents, and where redirects lead: the host follows none. */
const byStatus: Readonly<Record<number, FailureCode>> = {
  301: "partnerCenter.redirected",
  302: "partnerCenter.redirected",
  307: "partnerCenter.redirected",
  308: "partnerCenter.redirected",
  400: "partnerCenter.invalidRequest",
  401: "partnerCenter.unauthenticated",
  403: "partnerCenter.accessDenied",
  404: "partnerCenter.itemNotFound",
  405: "partnerCenter.methodNotAllowed",
  406: "partnerCenter.notAcceptable",
  409: "partnerCenter.conflict",
  410: "partnerCenter.gone",
  411: "partnerCenter.lengthRequired",
  412: "partnerCenter.preconditionFailed",
  413: "partnerCenter.tooLarge",
  415: "partnerCenter.mediaType",
  416: "partnerCenter.range",
  422: "partnerCenter.unprocessable",
  423: "partnerCenter.locked",
  429: "partnerCenter.throttled",
  500: "partnerCenter.generalException",
  501: "partnerCenter.notSupported",
  503: "partnerCenter.serviceNotAvailable",
  504: "partnerCenter.gatewayTimeout",
  507: "partnerCenter.storageFull",
  509: "partnerCenter.bandwidthExceeded",
};

/** Statuses that say more than any code beside them. */
const decidedByStatus = [409, 410, 412, 413, 422, 423, 429, 504, 507, 509];

const statusCode = (status: number): FailureCode =>
  byStatus[status] ?? (status >= 500 ? "partnerCenter.generalException" : "partnerCenter.unexpected");

/** The failure behind an answer: by status where that is plain, else by the innermost code the catalogue knows. */
export const toPartnerCenterFailure = ({ status, codes, message, retryAfterMs }: PartnerCenterRefusal): Failure => {
  const known = [...codes].reverse().flatMap((code) => byCode[code.toLowerCase()] ?? []);
  const code = decidedByStatus.includes(status) ? statusCode(status) : (known[0] ?? statusCode(status));
  const documented = codes.filter((one) => Object.hasOwn(byCode, one.toLowerCase()));
  const cause = `${status} ${codes.join(" > ")}: ${message}`.trim();
  return toToldFailure(code, `Partner Center answered ${[status, ...documented].join(" ")}.`, { cause, retryAfterMs });
};
