import { signAccessToken } from "./AccessToken";
import type { IdentityState } from "./IdentityState";
import type { RefreshToken } from "./RefreshToken";
import type { SignedInUser } from "./Registration";
import type { Resource } from "./resources";

/** A successful token request; `body` is its JSON. */
export interface TokenGrant {
  kind: "granted";
  body: {
    token_type: "Bearer";
    scope: string;
    expires_in: number;
    ext_expires_in: number;
    access_token: string;
    refresh_token?: string;
  };
}

/** Keeps a new refresh token for this user and client, and returns it. */
export function storeRefreshToken(state: IdentityState, clientId: string, user: SignedInUser): RefreshToken {
  const nowMs = state.clock();
  const token = `0.${state.ids()}.${state.ids()}`;
  const row: RefreshToken = { token, clientId, user, issuedAtMs: nowMs, lastUsedAtMs: nowMs, revoked: false };
  state.refreshTokens.set(token, row);
  return row;
}

/** A person's token for one resource; when `offline`, with a refresh token, which replaces the one just used. */
export function grantToUser(
  state: IdentityState,
  clientId: string,
  user: SignedInUser,
  resource: Resource,
  offline = true,
): TokenGrant {
  const body = accessTokenBody(state, clientId, resource, `${resource}/user_impersonation`, {
    idtyp: "user",
    oid: user.objectId,
    upn: user.name,
    scp: "user_impersonation",
    amr: user.withMfa ? ["pwd", "mfa"] : ["pwd"],
  });
  if (!offline) return { kind: "granted", body };
  return { kind: "granted", body: { ...body, refresh_token: storeRefreshToken(state, clientId, user).token } };
}

/** A token without a person; no refresh token belongs to it. */
export function grantToApp(state: IdentityState, clientId: string, resource: Resource): TokenGrant {
  const body = accessTokenBody(state, clientId, resource, `${resource}/.default`, { idtyp: "app" });
  return { kind: "granted", body };
}

function accessTokenBody(
  state: IdentityState,
  clientId: string,
  resource: Resource,
  scope: string,
  about: { idtyp: "user" | "app"; oid?: string; upn?: string; scp?: string; amr?: string[] },
): TokenGrant["body"] {
  const { tenantId } = state.registration;
  const iat = Math.floor(state.clock() / 1000);
  const exp = iat + state.accessTokenSeconds;
  const iss = `https://sts.windows.net/${tenantId}/`;
  const claims = { aud: resource, iss, iat, exp, tid: tenantId, appid: clientId, ...about };
  return {
    token_type: "Bearer",
    scope,
    expires_in: state.accessTokenSeconds,
    ext_expires_in: state.accessTokenSeconds,
    access_token: signAccessToken(claims, state.signingSecret),
  };
}
