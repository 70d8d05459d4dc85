/** Who may call, and how a refusal looks. */
export const accessSwitches = {
  unauthenticatedCode: {
    values: ["unauthenticated", "unAuthorized"],
    default: "unauthenticated",
    unknown: "The table of codes and the sample on the same page differ.",
  },
  mfaClaim: {
    values: ["required", "notChecked"],
    default: "required",
    unknown: "Whether the 900421 refusal of user tokens without MFA reaches the Referrals host yet.",
  },
  appOnlyReferralCalls: {
    values: ["refused", "accepted"],
    default: "refused",
    unknown: "Every page demands app and user; how an app-only token is refused is not shown.",
  },
  unreachableReferral: {
    values: ["404", "403"],
    default: "404",
    unknown: "What somebody is told who asks for a referral that the role does not reach.",
  },
  registrationRoles: {
    values: ["notChecked", "required"],
    default: "notChecked",
    unknown:
      "Four roles may register webhooks, and Referrals admin is none of them; whether that is enforced is not said.",
  },
  clientRequestId: {
    values: ["required", "optional"],
    default: "required",
    unknown: "Documented as required; some published samples leave it out.",
  },
  earlierRefreshToken: {
    values: ["staysValid", "revoked"],
    default: "staysValid",
    unknown: "Entra keeps a redeemed refresh token valid; a client must survive the stricter way too.",
  },
} as const;
