import { microsoft, type StoredReferral } from "./Referral";
import type { SandboxState } from "../SandboxState";

/** The referrals an organisation may read: its own, and with the switch so set those of others in its engagements. */
export function visibleReferrals(state: SandboxState, organizationId: string): StoredReferral[] {
  const all = [...state.referrals.values()];
  const engagements = new Set(
    all.filter((referral) => referral.organizationId === organizationId).map((referral) => referral.engagementId),
  );
  return all.filter(
    (referral) =>
      referral.organizationId === organizationId ||
      (engagements.has(referral.engagementId) &&
        (state.switches.microsoftReferrals === "shown" || referral.organizationId !== microsoft.organizationId)),
  );
}

export function findVisibleReferral(
  state: SandboxState,
  organizationId: string,
  referralId: string,
): StoredReferral | undefined {
  const referral = state.referrals.get(referralId.toLowerCase());
  if (referral === undefined || referral.organizationId === organizationId) return referral;
  return visibleReferrals(state, organizationId).find((visible) => visible.id === referral.id);
}

export function referralsOfEngagement(state: SandboxState, engagementId: string): StoredReferral[] {
  return [...state.referrals.values()].filter((referral) => referral.engagementId === engagementId);
}
