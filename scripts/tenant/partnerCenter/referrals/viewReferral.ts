import type { Switches } from "../switches/switches";
import { microsoft, type StoredReferral } from "./Referral";

/** The referral as one organisation reads it at one address. */
export function viewReferral(
  referral: StoredReferral,
  viewerId: string,
  address: string,
  switches: Switches,
): Record<string, unknown> {
  const { content } = referral;
  const quote = switches.relatedLinkQuotes === "quoted" ? "'" : "";
  const collection = `${address}/partner/v1.0/engagements/referrals`;
  return {
    id: referral.id,
    engagementId: referral.engagementId,
    organizationId: referral.organizationId,
    organizationName: referral.organizationName,
    name: content.name ?? null,
    externalReferenceId: content.externalReferenceId ?? null,
    createdDateTime: referral.createdDateTime,
    updatedDateTime: referral.updatedDateTime,
    expirationDateTime: referral.expirationDateTime,
    acceptedDateTime: referral.acceptedDateTime,
    closedDateTime: referral.closedDateTime,
    status: content.status,
    substatus: content.substatus,
    statusReason: content.statusReason ?? null,
    qualification: content.qualification ?? "None",
    type: content.type ?? null,
    direction: referral.createdByOrganizationId === viewerId ? "Outgoing" : "Incoming",
    eTag: referral.eTag,
    mpnId: referral.mpnId,
    referralSource: referral.referralSource ?? null,
    callToAction: referral.callToAction ?? null,
    favorite: false,
    quality: "Unknown",
    isSpam: false,
    dealSensitivity: "None",
    tags: [],
    campaignId: content.campaignId ?? null,
    referralProgram: content.referralProgram ?? null,
    salesStage: content.salesStage ?? null,
    target: content.target ?? [],
    ...viewPeople(referral, viewerId, switches),
    consent: content.consent ?? null,
    details: content.details ?? null,
    registrationStatus: content.registrations?.at(-1)?.status ?? "None",
    registrations: content.registrations ?? [],
    inviteContext: content.inviteContext ?? null,
    trackingInfo: referral.microsoftMsxId === null ? null : { microsoftMsxId: referral.microsoftMsxId },
    links: {
      relatedReferrals: {
        uri: `${collection}?$filter=engagementId eq ${quote}${referral.engagementId}${quote}`,
        method: "GET",
      },
      self: { uri: `${collection}/${referral.id}`, method: "GET" },
    },
  };
}

function viewPeople(referral: StoredReferral, viewerId: string, switches: Switches): Record<string, unknown> {
  const { customerProfile, team } = referral.content;
  const masked = referral.organizationId === microsoft.organizationId && viewerId !== microsoft.organizationId;
  if (masked && switches.microsoftReferralFields === "withoutTeams") {
    return { customerProfile: { ...customerProfile, team: [] }, team: [] };
  }
  return { customerProfile: customerProfile ?? null, team: team ?? [] };
}
