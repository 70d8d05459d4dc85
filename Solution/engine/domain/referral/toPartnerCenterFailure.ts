import { cleanReason } from "../failure/cleanReason";
import type { FailureAbout } from "../failure/FailureAbout";
import { standardFieldMap } from "../mapping/standardFieldMap";
import type { FieldMapping } from "../mapping/fieldMap";
import { failureWithDetail, type Failure } from "../failure/Failure";
import type { FailureCode } from "../failure/failureKinds";

/** An answer of the Referrals API that is no success. */
export interface PartnerCenterRefusal {
  status: number;
  /** `error.code`, then the codes of nested inner errors. */
  codes: readonly string[];
  /** `error.message` and other text, neither localised nor stable: whole for the technical log only. */
  message: string;
  /** Pointer or name of what the refusal is about; empty where it names nothing. */
  target: string;
  /** What went out with the request and must not come back. */
  secrets: readonly string[];
  retryAfterMs: number | null;
  /** The request was to write nothing. */
  isReading?: boolean;
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

/** Refusals that only the service can explain: it has looked at values. */
const explainedByService: readonly FailureCode[] = [
  "partnerCenter.conflict",
  "partnerCenter.invalidRequest",
  "partnerCenter.unprocessable",
];

/** The row of the map that a place belongs to; a place may lie inside a list of it. */
const rowAt = (place: string): FieldMapping | null =>
  standardFieldMap.find(({ referral }) => place === referral || place.startsWith(`${referral}/`)) ?? null;

const toAbout = (code: FailureCode, { message, target, secrets }: PartnerCenterRefusal): FailureAbout | null => {
  if (!explainedByService.includes(code)) return null;
  const row = rowAt(target);
  const reason = cleanReason(message, secrets, (place) => rowAt(place)?.label ?? null);
  return row === null && reason === "" ? null : { reason, label: row?.label ?? "", column: row?.column ?? "" };
};

const statusCode = (status: number): FailureCode =>
  byStatus[status] ?? (status >= 500 ? "partnerCenter.generalException" : "partnerCenter.unexpected");

/** What is only read contradicts nothing: then the service is in trouble, and nobody can mend the deal. */
const codeOf = ({ status, codes, isReading }: PartnerCenterRefusal): FailureCode => {
  const known = [...codes].reverse().flatMap((code) => byCode[code.toLowerCase()] ?? []);
  const code = decidedByStatus.includes(status) ? statusCode(status) : (known[0] ?? statusCode(status));
  return isReading === true && code === "partnerCenter.conflict" ? "partnerCenter.generalException" : code;
};

/** The failure behind an answer: by status where that is plain, else by the innermost code the catalogue knows. */
export const toPartnerCenterFailure = (refusal: PartnerCenterRefusal): Failure => {
  const { status, codes, message, retryAfterMs } = refusal;
  const code = codeOf(refusal);
  const documented = codes.filter((one) => Object.hasOwn(byCode, one.toLowerCase()));
  const cause = `${status} ${codes.join(" > ")}: ${message}`.trim();
  const about = toAbout(code, refusal);
  const answered = `Partner Center answered ${[status, ...documented].join(" ")}.`;
  const detail = about === null || about.reason === "" ? answered : `${answered} It says: “${about.reason}”`;
  return { ...failureWithDetail(code, detail, { cause, retryAfterMs }), ...(about === null ? {} : { about }) };
};
