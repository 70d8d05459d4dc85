import { grantToApp, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import { redeemAuthorizationCode } from "./redeemAuthorizationCode";
import { redeemRefreshToken } from "./redeemRefreshToken";
import { parseResourceOfScope, type Resource } from "./resources";
import { refusalBody, refuseToken, tokenRefusals, type TokenRefusal } from "./TokenRefusal";

export interface TokenRequest {
  /** The tenant of the address: its id, `common` or `organizations`. */
  tenant: string;
  /** The body, decoded from application/x-www-form-urlencoded. */
  form: URLSearchParams;
}

export interface TokenAnswer {
  status: number;
  body: object;
}

/** `POST /{tenant}/oauth2/v2.0/token` of login.microsoftonline.com. */
export function answerTokenRequest(state: IdentityState, request: TokenRequest): TokenAnswer {
  const outcome = redeem(state, request);
  if (outcome.kind === "refused") {
    return { status: tokenRefusals[outcome.reason].status, body: refusalBody(outcome, state.clock(), state.ids) };
  }
  return { status: 200, body: outcome.body };
}

function redeem(state: IdentityState, { tenant, form }: TokenRequest): TokenGrant | TokenRefusal {
  const { registration } = state;
  if (![registration.tenantId, "common", "organizations"].includes(tenant.toLowerCase())) {
    return refuseToken("tenantNotFound", `'${tenant}'`);
  }
  const [grantType, clientId] = [form.get("grant_type"), form.get("client_id")];
  if (grantType === null) return refuseToken("parameterMissing", "'grant_type'");
  if (clientId === null) return refuseToken("parameterMissing", "'client_id'");
  const client = registration.clients.find((one) => one.clientId === clientId.toLowerCase());
  if (client === undefined) return refuseToken("clientNotFound", `'${clientId}'`);
  if (form.get("client_secret") !== client.clientSecret) return refuseToken("wrongSecret", `app '${clientId}'`);
  const scope = form.get("scope");
  const resource = scope === null ? null : parseResourceOfScope(scope);
  if (resource === null) return refuseToken("invalidScope", scope ?? "(none)");
  return redeemGrant(state, grantType, client.clientId, resource, form);
}

function redeemGrant(
  state: IdentityState,
  grantType: string,
  clientId: string,
  resource: Resource,
  form: URLSearchParams,
): TokenGrant | TokenRefusal {
  switch (grantType) {
    case "refresh_token": {
      const token = form.get("refresh_token");
      if (token === null) return refuseToken("parameterMissing", "'refresh_token'");
      return redeemRefreshToken(state, token, clientId, resource);
    }
    case "authorization_code": {
      const code = form.get("code");
      if (code === null) return refuseToken("parameterMissing", "'code'");
      return redeemAuthorizationCode(state, code, clientId, resource);
    }
    case "client_credentials":
      return grantToApp(state, clientId, resource);
    default:
      return refuseToken("unsupportedGrant", `'${grantType}'`);
  }
}
