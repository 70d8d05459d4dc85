import { signAccessToken } from "./AccessToken";
import type { IdentityState } from "./IdentityState";
import type { RefreshToken } from "./RefreshToken";
import type { SignedInUser } from "./Registration";
import type { Resource } from "./resources";

/** The JSON body of a successful token request. */
export interface TokenGrant {
  kind: "granted";
  token_type: "Bearer";
  scope: string;
  expires_in: number;
  ext_expires_in: number;
  access_token: string;
  refresh_token?: string;
}

/** Keeps a new refresh token for this user and client, and returns it. */
export function storeRefreshToken(state: IdentityState, clientId: string, user: SignedInUser): RefreshToken {
  const nowMs = state.clock();
  const token = `0.${state.ids()}.${state.ids()}`;
  const row: RefreshToken = { token, clientId, user, issuedAtMs: nowMs, lastUsedAtMs: nowMs, revoked: false };
  state.refreshTokens.set(token, row);
  return row;
}

/** A person's token for one resource, with the refresh token that replaces the one just used. */
export function grantToUser(
  state: IdentityState,
  clientId: string,
  user: SignedInUser,
  resource: Resource,
): TokenGrant {
  const claims = {
    idtyp: "user" as const,
    oid: user.objectId,
    upn: user.name,
    scp: "user_impersonation",
    amr: user.withMfa ? ["pwd", "mfa"] : ["pwd"],
  };
  return {
    ...grant(state, clientId, resource, claims, `${resource}/user_impersonation`),
    refresh_token: storeRefreshToken(state, clientId, user).token,
  };
}

/** A token without a person; no refresh token belongs to it. */
export function grantToApp(state: IdentityState, clientId: string, resource: Resource): TokenGrant {
  return grant(state, clientId, resource, { idtyp: "app" }, `${resource}/.default`);
}

function grant(
  state: IdentityState,
  clientId: string,
  resource: Resource,
  about: { idtyp: "user" | "app"; oid?: string; upn?: string; scp?: string; amr?: string[] },
  scope: string,
): TokenGrant {
  const { tenantId } = state.registration;
  const iat = Math.floor(state.clock() / 1000);
  const exp = iat + state.accessTokenSeconds;
  const iss = `https://sts.windows.net/${tenantId}/`;
  const claims = { aud: resource, iss, iat, exp, tid: tenantId, appid: clientId, ...about };
  return {
    kind: "granted",
    token_type: "Bearer",
    scope,
    expires_in: state.accessTokenSeconds,
    ext_expires_in: state.accessTokenSeconds,
    access_token: signAccessToken(claims, state.signingSecret),
  };
}
