import type { Caller } from "../api/Caller";
import { microsoft, type StoredReferral } from "../referrals/Referral";
import type { SandboxState } from "../SandboxState";
import { hasRole, type Person } from "./Person";

/**
 * Whether a caller may read a referral: one of its own organisation within the reach of its role, and that of another
 * organisation beside such a one. An app without a person reaches everything of its organisation.
 */
export function mayReach(state: SandboxState, { organizationId, person }: Caller, referral: StoredReferral): boolean {
  const isReached = (own: StoredReferral): boolean =>
    own.organizationId === organizationId && (person === null || roleReaches(person, own));
  if (referral.referralSource !== undefined && state.switches.marketplaceLeads === "hidden") return false;
  if (referral.organizationId === organizationId) return isReached(referral);
  if (referral.organizationId === microsoft.organizationId && state.switches.microsoftReferrals === "hidden")
    return false;
  return state.referrals.ofEngagement(referral.engagementId).some(isReached);
}

/** Admins reach their locations, users only the deals they are on the team of. */
function roleReaches(person: Person, { mpnId, content }: StoredReferral): boolean {
  if (hasRole(person, "referralsAdmin") && isAssigned(person, mpnId)) return true;
  const isOnTeam = (content.team ?? []).some(({ email }) => email?.toLowerCase() === person.name.toLowerCase());
  return hasRole(person, "referralsUser") && isOnTeam;
}

/** Whether the person works for this location, and so may create referrals there. */
export function isAssigned({ locations }: Person, mpnId: string | null): boolean {
  return locations === "all" || (mpnId !== null && locations.includes(mpnId));
}
