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

/** Whether a link belongs to a listed referral, or to its engagement. */
export const hasLink = (referral: Version, links: readonly KnownVersions[]): boolean =>
  linkOf(referral, links) !== undefined;

const isOther = (known: string | null, eTag: string | null): boolean => eTag === null || known !== eTag;

/**
 * Whether a listed referral is another version than the one its link knows. What was looked at in this version and
 * left alone is not; nor is one of nobody that was there before the connector, which the backfill is for.
 */
export const isChanged = (
  referral: Version,
  links: readonly KnownVersions[],
  memory: Pick<MaintenanceMemory, "ignored" | "beganOn">,
): boolean => {
  if (memory.ignored[referral.id] === versionHash(referral)) return false;
  const link = linkOf(referral, links);
  if (link !== undefined) return isOther(isMicrosofts(referral) ? link.microsoftETag : link.eTag, referral.eTag);
  return memory.beganOn === null || (referral.state.updatedOn ?? "") >= memory.beganOn;
};
