import type { SignedInUser } from "./Registration";

/** A refresh token as the identity service remembers it; the client sees only `token`. */
export interface RefreshToken {
  token: string;
  clientId: string;
  user: SignedInUser;
  issuedAtMs: number;
  lastUsedAtMs: number;
  revoked: boolean;
}

/** A refresh token that nobody redeems for 90 days is dead (AADSTS700082). */
export const refreshTokenIdleMs = 90 * 24 * 60 * 60 * 1000;
