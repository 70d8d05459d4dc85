import type { ShapeValue } from "./Shape";
import type { contentShape } from "./referralShape";

/** What callers have a say in. */
export type ReferralContent = ShapeValue<typeof contentShape>;

export type ReferralStatus = NonNullable<ReferralContent["status"]>;
export type ReferralSubstatus = NonNullable<ReferralContent["substatus"]>;

/** A referral as the sandbox keeps it. Instants are UTC text with seven fractional digits. */
export interface StoredReferral {
  id: string;
  /** Referrals of one deal, each of another organisation, share it. */
  engagementId: string;
  /** Owner of this referral; Microsoft's is the literal `msft`. */
  organizationId: string;
  organizationName: string;
  /** Who made it; with the reader it decides `direction`. */
  createdByOrganizationId: string;
  mpnId: string | null;
  createdDateTime: string;
  updatedDateTime: string;
  /** Fourteen days after an invitation; null when nobody has to answer. */
  expirationDateTime: string | null;
  acceptedDateTime: string | null;
  closedDateTime: string | null;
  /** With its inner double quotes. */
  eTag: string;
  /** Microsoft's own opportunity number, known once Microsoft has accepted. */
  microsoftMsxId: string | null;
  /** Where a marketplace lead came from, such as "AppSource"; absent from all others. */
  referralSource?: string;
  /** What the customer pressed there, such as "ContactMe". */
  callToAction?: string;
  content: ReferralContent & { status: ReferralStatus; substatus: ReferralSubstatus };
}

export const microsoft = { organizationId: "msft", organizationName: "Microsoft" } as const;
