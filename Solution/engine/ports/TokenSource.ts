import type { Outcome } from "../domain/failure/Outcome";

/** The two audiences of Partner Center; a token for one is refused by the other. */
export type Audience = "referrals" | "webhooks";

/** Access tokens of the signed-in Partner Center user. */
export interface TokenSource {
  /** A token that still lives for some minutes; at most one request to Microsoft Entra. */
  token(audience: Audience): Promise<Outcome<string>>;
  /** A token other than the refused one. */
  renew(audience: Audience): Promise<Outcome<string>>;
}
