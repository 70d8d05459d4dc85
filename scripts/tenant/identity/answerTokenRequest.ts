import { isDeviceGrant } from "./DeviceSignIn";
import { grantToApp, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import { isOwnTenant } from "./isOwnTenant";
import { redeemAuthorizationCode } from "./redeemAuthorizationCode";
import { findDeviceSignIn, redeemDeviceCode } from "./redeemDeviceCode";
import { redeemRefreshToken } from "./redeemRefreshToken";
import type { RegisteredClient } from "./Registration";
import { parseResourceOfScope, resources, type Resource } from "./resources";
import type { TokenAnswer, TokenRequest } from "./TokenRequest";
import { refusalBody, refuseToken, tokenRefusals, type TokenRefusal } from "./TokenRefusal";

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
  if (!isOwnTenant(registration, tenant)) return refuseToken("tenantNotFound", `'${tenant}'`);
  const [grantType, clientId] = [form.get("grant_type"), form.get("client_id")];
  if (grantType === null) return refuseToken("parameterMissing", "'grant_type'");
  if (clientId === null) return refuseToken("parameterMissing", "'client_id'");
  const client = registration.clients.find((one) => one.clientId === clientId.toLowerCase());
  if (client === undefined) return refuseToken("clientNotFound", `'${clientId}'`);
  const refusal = refuseSecret(client, grantType, form.get("client_secret"));
  if (refusal !== null) return refusal;
  const scope = form.get("scope") ?? scopeOfSignIn(state, grantType, form);
  const resource = scope === null ? null : parseResourceOfScope(scope, resourcesOf(state));
  if (resource === null) return refuseToken("invalidScope", scope ?? "(none)");
  return redeemGrant(state, grantType, client.clientId, resource, form);
}

const resourcesOf = ({ registration }: IdentityState): readonly Resource[] =>
  registration.resources ?? Object.values(resources);

/** Whoever has just signed in has said for what, and need not say it again; a code nobody knows is refused by its own name. */
function scopeOfSignIn(state: IdentityState, grantType: string, form: URLSearchParams): string | null {
  const unknown = { scope: `${resourcesOf(state)[0] ?? ""}/.default` };
  if (isDeviceGrant(grantType)) return (findDeviceSignIn(state, form.get("device_code")) ?? unknown).scope;
  if (grantType === "authorization_code") return (state.codes.get(form.get("code") ?? "") ?? unknown).scope;
  return null;
}

function redeemGrant(
  state: IdentityState,
  grantType: string,
  clientId: string,
  resource: Resource,
  form: URLSearchParams,
): TokenGrant | TokenRefusal {
  if (isDeviceGrant(grantType)) return redeemDeviceCode(state, form, clientId, resource);
  switch (grantType) {
    case "refresh_token":
      return redeemRefreshToken(state, form, clientId, resource);
    case "authorization_code":
      return redeemAuthorizationCode(state, form, clientId, resource);
    case "client_credentials":
      return grantToApp(state, clientId, resource);
    default:
      return refuseToken("unsupportedGrant", `'${grantType}'`);
  }
}

/** A device keeps no secret, so its grant may come without one where the registration allows that. */
function refuseSecret(
  { clientId, clientSecret, allowPublicClient }: RegisteredClient,
  grantType: string,
  sent: string | null,
): TokenRefusal | null {
  if (sent === clientSecret) return null;
  if (sent !== null || !isDeviceGrant(grantType)) return refuseToken("wrongSecret", `app '${clientId}'`);
  return allowPublicClient === true ? null : refuseToken("secretMissing");
}
