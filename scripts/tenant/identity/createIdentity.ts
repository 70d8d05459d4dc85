import { readAccessToken, type AccessTokenReading } from "./AccessToken";
import { answerTokenRequest, type TokenAnswer, type TokenRequest } from "./answerTokenRequest";
import { storeRefreshToken } from "./grantTokens";
import { openIdentityState, type IdentityOptions } from "./IdentityState";
import type { SignedInUser } from "./Registration";

/** The token service of the local tenant, in the place of login.microsoftonline.com. */
export interface Identity {
  answerTokenRequest(request: TokenRequest): TokenAnswer;
  /** What a resource does with a bearer token: trust it or say why not. The audience is the resource's own check. */
  readAccessToken(token: string): AccessTokenReading;
  /** Does what a sign-in in the browser does, without one. */
  issueRefreshToken(clientId: string, user: SignedInUser): string;
  /** A code for `grant_type=authorization_code`, good once. */
  issueAuthorizationCode(clientId: string, user: SignedInUser): string;
  /** As after a password change or an administrator's revocation; unknown tokens are ignored. */
  revokeRefreshToken(token: string): void;
  revokeAllRefreshTokens(): void;
}

export function createIdentity(options: IdentityOptions): Identity {
  const state = openIdentityState(options);

  function revokeRefreshToken(token: string): void {
    const row = state.refreshTokens.get(token);
    if (row !== undefined) state.refreshTokens.set(token, { ...row, revoked: true });
  }

  return {
    answerTokenRequest: (request) => answerTokenRequest(state, request),
    readAccessToken: (token) => readAccessToken(token, state.signingSecret, state.clock()),
    issueRefreshToken: (clientId, user) => storeRefreshToken(state, clientId, user).token,
    issueAuthorizationCode(clientId, user) {
      const code = `1.${state.ids()}`;
      state.codes.set(code, { clientId, user, redeemed: false });
      return code;
    },
    revokeRefreshToken,
    revokeAllRefreshTokens() {
      for (const row of [...state.refreshTokens.values()]) revokeRefreshToken(row.token);
    },
  };
}
