import type { Audience } from "./Audience";

/** Resources that tokens are for; the same in every cloud profile. Source: api-authentication of the Referrals API. */
export const audienceResources: Readonly<Record<Audience, string>> = {
  referrals: "https://api.partner.microsoft.com",
  webhooks: "https://api.partnercenter.microsoft.com",
};

/** What a person is asked to allow: to act for them in Partner Center, for longer than this hour, and their name. */
export const signInScope = `openid profile offline_access ${audienceResources.referrals}/.default`;
