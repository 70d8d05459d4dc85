import type { SignedInUser } from "./Registration";

/** What a sign-in bound its code to; null where the request left it out. */
export interface CodeBinding {
  redirectUri: string | null;
  /** PKCE, RFC 7636. */
  challenge: { method: "S256" | "plain"; value: string } | null;
  /** What was asked for on the page. */
  scope: string | null;
}

/** A sign-in that waits to be redeemed once. */
export interface AuthorizationCode extends CodeBinding {
  clientId: string;
  user: SignedInUser;
  issuedAtMs: number;
  redeemed: boolean;
}

/** Source: Microsoft identity platform, authorization code flow: codes expire after about ten minutes. */
export const codeLifetimeMs = 10 * 60 * 1000;

/** For a code made without a sign-in page. */
export const unbound: CodeBinding = { redirectUri: null, challenge: null, scope: null };
