import { createHash } from "node:crypto";
import { codeLifetimeMs, type AuthorizationCode } from "./AuthorizationCode";
import { grantToUser, type TokenGrant } from "./grantTokens";
import type { IdentityState } from "./IdentityState";
import { asksForRefreshToken, type Resource } from "./resources";
import { refuseToken, type TokenRefusal } from "./TokenRefusal";

/** `grant_type=authorization_code`: a code is good once, for ten minutes, and for whoever began the sign-in. */
export function redeemAuthorizationCode(
  state: IdentityState,
  form: URLSearchParams,
  clientId: string,
  resource: Resource,
): TokenGrant | TokenRefusal {
  const code = form.get("code");
  if (code === null) return refuseToken("parameterMissing", "'code'");
  const row = state.codes.get(code);
  if (row?.clientId !== clientId) return refuseToken("codeUnknown");
  if (row.redeemed) return refuseToken("codeRedeemed");
  if (state.clock() - row.issuedAtMs >= codeLifetimeMs) return refuseToken("codeExpired");
  if (row.redirectUri !== null && form.get("redirect_uri") !== row.redirectUri)
    return refuseToken("redirectUriDiffers", `'${form.get("redirect_uri") ?? ""}'`);
  if (!isProven(row, form.get("code_verifier") ?? "")) return refuseToken("verifierWrong");
  state.codes.set(code, { ...row, redeemed: true });
  return grantToUser(state, clientId, row.user, resource, row.scope === null || asksForRefreshToken(row.scope));
}

function isProven({ challenge }: AuthorizationCode, verifier: string): boolean {
  if (challenge === null) return true;
  const proof = challenge.method === "plain" ? verifier : createHash("sha256").update(verifier).digest("base64url");
  return proof === challenge.value;
}
