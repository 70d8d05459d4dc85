import { failureWithDetail, type Failure } from "./Failure";
import type { FailureCode } from "./failureKinds";

/** An answer of Microsoft Entra's token endpoint that is no token. */
export interface TokenRefusal {
  status: number;
  /** OAuth's `error`. */
  error: string;
  /** Entra's `error_codes`, the numbers of AADSTS messages. */
  numbers: readonly number[];
  message: string;
  retryAfterMs: number | null;
}

// Source: Microsoft Entra authentication and authorization error codes.
const byNumber: Readonly<Record<number, FailureCode>> = {
  50011: "token.redirectUnknown",
  50020: "token.userUnknown",
  50034: "token.userUnknown",
  50053: "token.userLocked",
  50055: "token.passwordExpired",
  50056: "token.passwordWrong",
  50057: "token.userDisabled",
  50059: "token.tenantUnknown",
  50072: "token.mfaRequired",
  50074: "token.mfaRequired",
  50076: "token.mfaRequired",
  50078: "token.mfaExpired",
  50079: "token.mfaRequired",
  50097: "token.deviceRefused",
  50105: "token.userNotAssigned",
  50126: "token.passwordWrong",
  50128: "token.tenantUnknown",
  50132: "token.revoked",
  50133: "token.revoked",
  50144: "token.passwordExpired",
  50158: "token.mfaRequired",
  50173: "token.revoked",
  50194: "token.tenantUnknown",
  50196: "token.throttled",
  53000: "token.deviceRefused",
  53001: "token.deviceRefused",
  53002: "token.deviceRefused",
  53003: "token.conditionalAccess",
  53004: "token.mfaRequired",
  54005: "token.codeRefused",
  65001: "token.consentMissing",
  65004: "token.consentMissing",
  70000: "token.revoked",
  70002: "token.secretWrong",
  70008: "token.expired",
  70011: "token.scopeWrong",
  70043: "token.expired",
  70044: "token.expired",
  90002: "token.tenantUnknown",
  90014: "token.malformed",
  90025: "token.unavailable",
  90033: "token.unavailable",
  90094: "token.adminConsentMissing",
  500011: "token.partnerCenterUnknown",
  500112: "token.codeRefused",
  500133: "token.expired",
  500158: "token.termsOfUse",
  501481: "token.codeRefused",
  530032: "token.conditionalAccess",
  650052: "token.partnerCenterUnknown",
  650057: "token.scopeWrong",
  700003: "token.deviceRefused",
  700016: "token.appUnknown",
  700082: "token.expired",
  700084: "token.expired",
  900023: "token.tenantUnknown",
  900421: "token.mfaRequired",
  7000112: "token.appDisabled",
  7000215: "token.secretWrong",
  7000218: "token.secretMissing",
  7000222: "token.secretExpired",
  9002313: "token.malformed",
};

const byError: Readonly<Record<string, FailureCode>> = {
  consent_required: "token.consentMissing",
  interaction_required: "token.mfaRequired",
  invalid_client: "token.secretWrong",
  invalid_grant: "token.revoked",
  invalid_scope: "token.scopeWrong",
  temporarily_unavailable: "token.unavailable",
  unauthorized_client: "token.appUnknown",
};

export const toTokenFailure = ({ status, error, numbers, message, retryAfterMs }: TokenRefusal): Failure => {
  const known = numbers.flatMap((number) => byNumber[number] ?? []);
  const outage = status === 429 ? "token.throttled" : status >= 500 ? "token.unavailable" : undefined;
  const code = outage ?? known[0] ?? byError[error] ?? "token.refused";
  const cause = `${status} ${error} ${numbers.join(" ")}: ${message}`;
  const codes = numbers.map((number) => `AADSTS${number}`);
  return failureWithDetail(code, `Microsoft Entra answered ${[status, ...codes].join(" ")}.`, { cause, retryAfterMs });
};
