import type { ReferralStatus, ReferralSubstatus } from "../Referral";

/** Which substatus each status allows. Source: MicrosoftDocs/partner-rest, create-a-referral.md; `None` allows nothing. */
export const statePairs: Readonly<Record<ReferralStatus, readonly ReferralSubstatus[]>> = {
  None: [],
  New: ["Pending", "Received"],
  Active: ["Accepted"],
  Closed: ["Won", "Lost", "Declined", "Expired"],
};

export const statusOrder: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  None: [],
  New: ["New", "Active", "Closed"],
  Active: ["Active", "Closed"],
  Closed: ["Closed"],
};
