import type { AccountCandidate } from "../account/matchAccount";

/** A record of Dynamics 365 that may be the one a referral is about. Empty text where nothing is known. */
export interface MatchCandidate {
  table: "opportunity" | "lead";
  id: string;
  isOpen: boolean;
  /** A link names it, with a referral or still without. */
  isLinked: boolean;
  referralIdentifier: string;
  microsoftCrmIdentifier: string;
  /** Its customer, of a lead what the lead itself says. */
  customer: AccountCandidate;
}
