/** Where the Referrals API stands on a sandbox. */
export const referralsAddress = "/partner/v1.0/engagements/referrals";
