import type { CodeBinding } from "./AuthorizationCode";
import type { IdentityState } from "./IdentityState";
import type { SignedInUser } from "./Registration";
import type { SignInAnswer, SignInRequest } from "./SignInRequest";

/** Ends a sign-in with a code, or with a refusal when the person declined (null). */
export function completeSignIn(
  state: IdentityState,
  { clientId, redirectUri, responseMode, state: appState, binding }: SignInRequest,
  user: SignedInUser | null,
): SignInAnswer {
  const echo = appState === null ? {} : { state: appState };
  const fields =
    user === null
      ? {
          error: "access_denied",
          error_description: "AADSTS65004: User declined to consent to access the app.",
          ...echo,
        }
      : { code: issueCode(state, clientId, user, binding), ...echo };
  return { kind: "answer", redirectUri, responseMode, fields };
}

export function issueCode(state: IdentityState, clientId: string, user: SignedInUser, binding: CodeBinding): string {
  const code = `1.${state.ids()}`;
  state.codes.set(code, { ...binding, clientId, user, issuedAtMs: state.clock(), redeemed: false });
  return code;
}
