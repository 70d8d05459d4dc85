import { grantToUser, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import type { Resource } from "./resources";
import { refuseToken, type TokenRefusal } from "./TokenRefusal";

/** `grant_type=authorization_code`: a code is good once. */
export function redeemAuthorizationCode(
  state: IdentityState,
  code: string,
  clientId: string,
  resource: Resource,
): TokenGrant | TokenRefusal {
  const row = state.codes.get(code);
  if (row?.clientId !== clientId) return refuseToken("codeUnknown");
  if (row.redeemed) return refuseToken("codeRedeemed");
  state.codes.set(code, { ...row, redeemed: true });
  return grantToUser(state, clientId, row.user, resource);
}
