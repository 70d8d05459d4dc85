/** Refusals of the token endpoint: OAuth code, Entra's number and the words Entra uses. Source: Entra error code reference. */
export const tokenRefusals = {
  tenantNotFound: {
    status: 400,
    error: "invalid_request",
    code: 90002,
    words:
      "Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  },
  parameterMissing: {
    status: 400,
    error: "invalid_request",
    code: 900144,
    words: "The request body must contain the following parameter",
  },
  unsupportedGrant: {
    status: 400,
    error: "unsupported_grant_type",
    code: 70003,
    words: "The app requested an unsupported grant type",
  },
  clientNotFound: {
    status: 400,
    error: "unauthorized_client",
    code: 700016,
    words:
      "Application was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant",
  },
  wrongSecret: {
    status: 401,
    error: "invalid_client",
    code: 7000215,
    words:
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID",
  },
  invalidScope: {
    status: 400,
    error: "invalid_scope",
    code: 70011,
    words:
      "The provided value for the input parameter 'scope' is not valid. Ask for exactly one of the two Partner Center resources",
  },
  unknownRefreshToken: {
    status: 400,
    error: "invalid_grant",
    code: 9002313,
    words: "Invalid request. Request is malformed or invalid.",
  },
  refreshTokenIdle: {
    status: 400,
    error: "invalid_grant",
    code: 700082,
    words: "The refresh token has expired due to inactivity.",
  },
  refreshTokenRevoked: {
    status: 400,
    error: "invalid_grant",
    code: 50173,
    words: "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
  },
  codeUnknown: {
    status: 400,
    error: "invalid_grant",
    code: 70000,
    words: "The provided value for the 'code' parameter is not valid.",
  },
  codeRedeemed: {
    status: 400,
    error: "invalid_grant",
    code: 54005,
    words:
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
  },
  codeExpired: {
    status: 400,
    error: "invalid_grant",
    code: 70008,
    words:
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request.",
  },
  redirectUriUnknown: {
    status: 400,
    error: "invalid_request",
    code: 50011,
    words: "The redirect URI specified in the request does not match the redirect URIs configured for the application",
  },
  redirectUriDiffers: {
    status: 400,
    error: "invalid_client",
    code: 500112,
    words: "The reply address does not match the reply address provided when requesting Authorization code",
  },
  verifierWrong: {
    status: 400,
    error: "invalid_grant",
    code: 501481,
    words: "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  },
  secretMissing: {
    status: 401,
    error: "invalid_client",
    code: 7000218,
    words: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  devicePending: {
    status: 400,
    error: "authorization_pending",
    code: 70016,
    words: "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
  },
  deviceDeclined: {
    status: 400,
    error: "authorization_declined",
    code: 65004,
    words: "User declined to consent to access the app.",
  },
  deviceCodeUnknown: {
    status: 400,
    error: "bad_verification_code",
    code: 70018,
    words: "The device code is not one that was given out to this application.",
  },
  deviceCodeExpired: {
    status: 400,
    error: "expired_token",
    code: 70020,
    words: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
} as const;

export interface TokenRefusal {
  kind: "refused";
  reason: keyof typeof tokenRefusals;
  detail?: string;
}

export function refuseToken(reason: keyof typeof tokenRefusals, detail?: string): TokenRefusal {
  return detail === undefined ? { kind: "refused", reason } : { kind: "refused", reason, detail };
}

/** The JSON body Entra sends with a refusal. */
export function refusalBody(refusal: TokenRefusal, nowMs: number, newId: () => string): object {
  const { error, code, words } = tokenRefusals[refusal.reason];
  const [traceId, correlationId] = [newId(), newId()];
  const timestamp = new Date(nowMs)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
  const detail = refusal.detail === undefined ? "" : `: ${refusal.detail}`;
  return {
    error,
    error_description: `AADSTS${code}: ${words}${detail} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  };
}
