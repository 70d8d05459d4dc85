import { isMicrosofts, type Referral } from "../referral/Referral";
import { textHash } from "../values/textHash";
import type { MaintenanceMemory } from "./MaintenanceMemory";

/** What a link knows of its referrals' versions. */
interface KnownVersions {
  referralId: string | null;
  eTag: string | null;
  microsoftReferralId: string | null;
  microsoftETag: string | null;
  engagementId: string | null;
}

type Version = Pick<Referral, "id" | "eTag" | "organizationId" | "engagementId" | "state">;

/** Hash under which a version of a referral that is nobody's deal is remembered. */
export const versionHash = ({ eTag }: Pick<Referral, "eTag">): number => textHash(eTag ?? "");

const linkOf = <Known extends KnownVersions>(referral: Version, links: readonly Known[]): Known | undefined =>
  links.find(
    ({ referralId, microsoftReferralId }) => referralId === referral.id || microsoftReferralId === referral.id,
  ) ?? links.find(({ engagementId }) => engagementId !== null && engagementId === referral.engagementId);

const isOther = (known: string | null, eTag: string | null): boolean => eTag === null || known !== eTag;

/**
 * Whether a listed referral is another version than the one its link knows. One of nobody counts as changed until it was looked
 * at once in this version; those that were there before the connector are left to the backfill.
 */
export const isChanged = (
  referral: Version,
  links: readonly KnownVersions[],
  memory: Pick<MaintenanceMemory, "ignored" | "beganOn">,
): boolean => {
  const link = linkOf(referral, links);
  if (link !== undefined) return isOther(isMicrosofts(referral) ? link.microsoftETag : link.eTag, referral.eTag);
  const isOld = memory.beganOn !== null && (referral.state.updatedOn ?? "") < memory.beganOn;
  return !isOld && memory.ignored[referral.id] !== versionHash(referral);
};
