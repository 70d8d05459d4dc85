import { dealRegistration } from "../dealRegistrations/registrationShape";
import { flag, instant, list, number, oneOf, record, text } from "./Shape";

const maxTeamMembers = 50;
const maxSolutions = 50;

// The referral resource as MicrosoftDocs/partner-rest, the connector's swagger and public answers show it, in wire names.

/** Somebody of a team or of the customer. */
export const referralMember = record({
  firstName: text,
  lastName: text,
  phoneNumber: text,
  email: text,
  title: text,
  contactPreference: record({ locale: text, disableNotifications: flag }),
  linkedInProfileUrl: text,
});

const customerProfile = record({
  name: text,
  size: text,
  address: record({
    addressLine1: text,
    addressLine2: text,
    city: text,
    state: text,
    postalCode: text,
    country: text,
    region: text,
  }),
  team: list(referralMember, maxTeamMembers),
  ids: list(record({ profileType: oneOf("Duns", "External"), id: text })),
});

const solution = record({
  id: text,
  name: text,
  type: oneOf("None", "Category", "Name"),
  solutionType: text,
  publisherName: text,
  price: number,
  quantity: number,
  currency: text,
  closingDateTime: instant,
});

const named = list(record({ id: text }));

const requirements = record({
  industries: named,
  products: named,
  services: named,
  solutions: list(solution, maxSolutions),
  offers: list(record({ id: text, name: text })),
  salesPlays: named,
  additionalRequirements: record({
    iot: record({
      customerLicenseAgreementNumber: text,
      deviceCategory: text,
      siliconType: text,
      azureCertifiedDevice: text,
      attachServices: text,
    }),
    attributes: list(record({ type: text, id: text })),
  }),
});

const writable = {
  name: text,
  externalReferenceId: text,
  status: oneOf("None", "New", "Active", "Closed"),
  substatus: oneOf("None", "Pending", "Received", "Accepted", "Won", "Lost", "Declined", "Expired"),
  statusReason: text,
  qualification: oneOf("None", "Direct", "MarketingQualified", "SalesQualified"),
  type: oneOf("Independent", "Shared"),
  campaignId: text,
  referralProgram: text,
  salesStage: text,
  target: list(record({ type: oneOf("None", "BusinessProfileLocation", "SolutionProfile"), id: text })),
  customerProfile,
  // The double "To" of the first name is the service's own.
  consent: record({
    consentToToShareInfoWithOthers: flag,
    consentToContact: flag,
    consentToShareReferralWithMicrosoftSellers: flag,
    consentToMicrosoftToContactSpecificPartners: flag,
  }),
  details: record({
    notes: text,
    dealValue: number,
    currency: text,
    closingDateTime: instant,
    customerAction: text,
    customerRequestedContact: text,
    incentiveLevel: text,
    requirements,
  }),
  team: list(referralMember, maxTeamMembers),
  inviteContext: record({
    notes: text,
    assistanceRequestCode: oneOf(
      "Unknown",
      "WorkloadSpecificValueProposition",
      "CustomerTechnicalArchitecture",
      "ProofOfConceptOrDemo",
      "QuotesOrLicensing",
      "PostSalesCustomerSuccess",
      "GeneralOrOther",
    ),
    invitedMpnId: text,
    invitedBy: record({ organizationId: text, organizationName: text }),
  }),
} as const;

const readOnly = {
  registrations: list(dealRegistration),
  registrationStatus: text,
  id: text,
  engagementId: text,
  organizationId: text,
  organizationName: text,
  mpnId: text,
  referralSource: text,
  callToAction: text,
  favorite: flag,
  quality: text,
  isSpam: flag,
  dealSensitivity: text,
  tags: list(text),
  direction: oneOf("Incoming", "Outgoing"),
  createdDateTime: instant,
  updatedDateTime: instant,
  expirationDateTime: instant,
  acceptedDateTime: instant,
  closedDateTime: instant,
  eTag: text,
  trackingInfo: record({
    microsoftMsxId: text,
    microsoftUSFedOpportunityId: text,
    microsoftUSFedLeadId: text,
    migratedPSCDealId: text,
    migratedPSCPartnerDealId: text,
  }),
  links: record({
    relatedReferrals: record({ uri: text, method: text }),
    self: record({ uri: text, method: text }),
  }),
} as const;

/** What a caller may set; `engagementId` too, but only when it creates a connected referral. */
export const writableShape = record(writable);

/** What a referral holds that a caller has a say in: registrations come by PATCH only. */
export const contentShape = record({ ...writable, registrations: list(dealRegistration) });

/** What a caller may send: documented samples send read-only properties along, and the service ignores them. */
export const sentShape = record({ ...readOnly, ...writable });
