/** Microsoft's part in a deal. */
export const microsoftSwitches = {
  assistanceRequestCodePlace: {
    values: ["eitherReferral", "microsoftReferral", "ownReferral"],
    default: "eitherReferral",
    unknown: "Which referral of a co-sell deal says what help is asked for.",
  },
  singlePost: {
    values: ["createsOwn", "createsBoth"],
    default: "createsOwn",
    unknown: "Whether newer versions make Microsoft's referral from one POST of a Shared deal that asks for help.",
  },
  secondInvitation: {
    values: ["accepted", "conflict"],
    default: "accepted",
    unknown: "Whether a second invitation of Microsoft into one engagement is refused.",
  },
  invitationFromIndependent: {
    values: ["becomesShared", "refused"],
    default: "becomesShared",
    unknown: "How a private or partner-led deal becomes a co-sell deal: type is not patchable.",
  },
  microsoftReferrals: {
    values: ["shown", "hidden"],
    default: "shown",
    unknown: "Whether the partner may read Microsoft's referral of a common engagement.",
  },
  microsoftReferralFields: {
    values: ["all", "withoutTeams"],
    default: "all",
    unknown: "Which fields of Microsoft's referral are masked.",
  },
  microsoftReferralPatch: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "Whether the partner may change Microsoft's referral.",
  },
  microsoftMsxIdPlace: {
    values: ["bothReferrals", "microsoftReferral", "ownReferral"],
    default: "bothReferrals",
    unknown: "Which referral tells Microsoft's opportunity number once Microsoft has accepted.",
  },
  statusReasonFormat: {
    values: ["words", "code", "number"],
    default: "words",
    unknown: "How a reason chosen on a page for declined or lost stands in statusReason.",
  },
  inboundSubstatus: {
    values: ["Pending", "Received"],
    default: "Pending",
    unknown: "What tells Received from Pending; inbound referrals are documented as New with Pending.",
  },
  inboundCoSellQualification: {
    values: ["SalesQualified", "None"],
    default: "SalesQualified",
    unknown: "Both qualifications are tabled for a co-sell opportunity.",
  },
  inboundCoSellInviter: {
    values: ["msft", "nobody"],
    default: "msft",
    unknown: "Who stands in invitedBy when Microsoft begins a co-sell deal: the table of categories has no such row.",
  },
  marketplaceLeads: {
    values: ["returned", "hidden"],
    default: "returned",
    unknown: "The introduction lists marketplace leads, the page of the list call says they are not returned.",
  },
  marketplaceLeadInviter: {
    values: ["msft", "nobody"],
    default: "msft",
    unknown: "A marketplace lead's invitedBy is tabled as msft or null.",
  },
  partnerEditsReach: {
    values: ["bothReferrals", "ownReferral"],
    default: "bothReferrals",
    unknown:
      "Whether value, close date, notes, solutions and customer of Microsoft's referral follow the partner's edits.",
  },
  microsoftEditsReach: {
    values: ["microsoftReferral", "bothReferrals"],
    default: "microsoftReferral",
    unknown: "Whether an edit by Microsoft's seller also changes the partner's own referral.",
  },
} as const;
