import { toFailure, type Failure } from "./Failure";
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
  50034: "token.userDisabled",
  50053: "token.userDisabled",
  50055: "token.passwordExpired",
  50057: "token.userDisabled",
  50072: "token.mfaRequired",
  50074: "token.mfaRequired",
  50076: "token.mfaRequired",
  50079: "token.mfaRequired",
  50133: "token.revoked",
  50173: "token.revoked",
  53003: "token.conditionalAccess",
  65001: "token.consentMissing",
  70008: "token.expired",
  70043: "token.expired",
  70044: "token.expired",
  700016: "token.appUnknown",
  700082: "token.expired",
  700084: "token.expired",
  90002: "token.tenantUnknown",
  7000215: "token.secretWrong",
  7000222: "token.secretExpired",
  9002313: "token.revoked",
};

const byError: Readonly<Record<string, FailureCode>> = {
  consent_required: "token.consentMissing",
  interaction_required: "token.mfaRequired",
  invalid_client: "token.secretWrong",
  invalid_grant: "token.revoked",
  temporarily_unavailable: "token.unavailable",
  unauthorized_client: "token.appUnknown",
};

export const toTokenFailure = ({ status, error, numbers, message, retryAfterMs }: TokenRefusal): Failure => {
  const known = numbers.flatMap((number) => byNumber[number] ?? []);
  const isOutage = status === 429 || status >= 500;
  const code = isOutage ? "token.unavailable" : (known[0] ?? byError[error] ?? "token.refused");
  return toFailure(code, `${status} ${error} ${numbers.join(" ")}: ${message}`, retryAfterMs);
};
