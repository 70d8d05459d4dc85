import { microsoft, type StoredReferral } from "../referrals/Referral";
import type { SandboxState } from "../SandboxState";

/** Whose seller sits before the pages: the partner's own in Partner Center, or Microsoft's. */
export type Seller = "partner" | "microsoft";

/** The seller's side of the deal a referral belongs to: the referral itself, or the latest the organisation has there. */
export function findSide(state: SandboxState, seller: Seller, referralId: string): StoredReferral | undefined {
  const named = state.referrals.get(referralId.toLowerCase());
  if (named === undefined) return undefined;
  const owner = seller === "partner" ? state.partner.organizationId : microsoft.organizationId;
  if (named.organizationId === owner) return named;
  return state.referrals
    .ofEngagement(named.engagementId)
    .filter(({ organizationId }) => organizationId === owner)
    .at(-1);
}
