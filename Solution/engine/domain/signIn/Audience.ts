/** The two audiences of Partner Center; a token for one is refused by the other. */
export type Audience = "referrals" | "webhooks";
