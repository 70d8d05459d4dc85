import type { CodeBinding } from "./AuthorizationCode";
import type { TokenRefusal } from "./TokenRefusal";

/** How the answer goes back to the app. */
export const responseModes = ["query", "fragment", "form_post"] as const;
export type ResponseMode = (typeof responseModes)[number];

/** What an app asks of the sign-in page, checked. */
export interface SignInRequest {
  kind: "signIn";
  clientId: string;
  redirectUri: string;
  /** Comes back as it was sent. */
  state: string | null;
  responseMode: ResponseMode;
  binding: CodeBinding;
  scopes: readonly string[];
  /** Whom the app expects; null for anybody. */
  loginHint: string | null;
}

/** Where the browser goes next, and with which fields. */
export interface SignInAnswer {
  kind: "answer";
  redirectUri: string;
  responseMode: ResponseMode;
  fields: Readonly<Record<string, string>>;
}

/** A refusal stays on the page: an address that cannot be trusted is told nothing. */
export type SignInReading = SignInRequest | SignInAnswer | TokenRefusal;
