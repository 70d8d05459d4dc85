import { grantToUser, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import { refreshTokenIdleMs } from "./RefreshToken";
import type { Resource } from "./resources";
import { refuseToken, type TokenRefusal } from "./TokenRefusal";

/** `grant_type=refresh_token`: one refresh token serves both resources, one at a time. */
export function redeemRefreshToken(
  state: IdentityState,
  form: URLSearchParams,
  clientId: string,
  resource: Resource,
): TokenGrant | TokenRefusal {
  const token = form.get("refresh_token");
  if (token === null) return refuseToken("parameterMissing", "'refresh_token'");
  const row = state.refreshTokens.get(token);
  if (row?.clientId !== clientId) return refuseToken("unknownRefreshToken");
  if (row.revoked) return refuseToken("refreshTokenRevoked");
  const nowMs = state.clock();
  if (nowMs - row.lastUsedAtMs >= refreshTokenIdleMs) return refuseToken("refreshTokenIdle");
  state.refreshTokens.set(token, {
    ...row,
    lastUsedAtMs: nowMs,
    revoked: state.earlierRefreshToken() === "revoked",
  });
  return grantToUser(state, clientId, row.user, resource);
}
