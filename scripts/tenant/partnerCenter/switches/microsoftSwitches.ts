/** Microsoft's part in a deal. */
export const microsoftSwitches = {
  assistanceRequestCodePlace: {
    values: ["eitherReferral", "microsoftReferral", "ownReferral"],
    default: "eitherReferral",
    unknown: "Which referral of a co-sell deal says what help is asked for.",
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
} as const;
