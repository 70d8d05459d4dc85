import type { Outcome } from "../domain/failure/Outcome";
import type { Audience } from "../domain/signIn/Audience";

/** Access tokens of the signed-in Partner Center user. */
export interface TokenSource {
  /** A token that still lives for some minutes; at most one request to Microsoft Entra, unless a race is lost. */
  token(audience: Audience): Promise<Outcome<string>>;
  /** A token other than the refused one. */
  renew(audience: Audience): Promise<Outcome<string>>;
  /** Takes a token of a new sign-in in the place of the remembered one; null forgets that. */
  remember(audience: Audience, token: { accessToken: string; lifeMs: number } | null): Promise<void>;
}
