import { readAccessToken, type AccessTokenReading } from "./AccessToken";
import { answerTokenRequest } from "./answerTokenRequest";
import { unbound } from "./AuthorizationCode";
import { completeSignIn, issueCode } from "./completeSignIn";
import { decideDeviceSignIn } from "./decideDeviceSignIn";
import { storeRefreshToken } from "./grantTokens";
import { openIdentityState, type IdentityOptions } from "./IdentityState";
import { readSignInRequest } from "./readSignInRequest";
import type { SignedInUser } from "./Registration";
import type { SignInAnswer, SignInReading, SignInRequest } from "./SignInRequest";
import { startDeviceSignIn } from "./startDeviceSignIn";
import type { TokenAnswer, TokenRequest } from "./TokenRequest";

/** The token service of the local tenant, in the place of login.microsoftonline.com. */
export interface Identity {
  answerTokenRequest(request: TokenRequest): TokenAnswer;
  /** What a resource does with a bearer token: trust it or say why not. The audience is the resource's own check. */
  readAccessToken(token: string): AccessTokenReading;
  /** Does what a sign-in in the browser does, without one. */
  issueRefreshToken(clientId: string, user: SignedInUser): string;
  /** A code for `grant_type=authorization_code`, good once. */
  issueAuthorizationCode(clientId: string, user: SignedInUser): string;
  /** What an app asks of the sign-in page, or why it is sent away. */
  readSignIn(tenant: string, query: URLSearchParams): SignInReading;
  /** What the person decided on it; null for no. */
  completeSignIn(request: SignInRequest, user: SignedInUser | null): SignInAnswer;
  startDeviceSignIn(request: TokenRequest, verificationUri: string): TokenAnswer;
  decideDeviceSignIn(userCode: string, user: SignedInUser | null): boolean;
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
    issueAuthorizationCode: (clientId, user) => issueCode(state, clientId, user, unbound),
    readSignIn: (tenant, query) => readSignInRequest(state, tenant, query),
    completeSignIn: (request, user) => completeSignIn(state, request, user),
    startDeviceSignIn: (request, verificationUri) => startDeviceSignIn(state, request, verificationUri),
    decideDeviceSignIn: (userCode, user) => decideDeviceSignIn(state, userCode, user),
    revokeRefreshToken,
    revokeAllRefreshTokens() {
      for (const row of [...state.refreshTokens.values()]) revokeRefreshToken(row.token);
    },
  };
}
