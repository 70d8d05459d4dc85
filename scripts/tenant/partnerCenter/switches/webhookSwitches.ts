/** Registration and delivery of webhooks. */
export const webhookSwitches = {
  secondRegistration: {
    values: ["refused", "overwrites"],
    default: "refused",
    unknown: "What POST does while a webhook registration exists.",
  },
  ownChangeEvents: {
    values: ["sent", "notSent"],
    default: "sent",
    unknown: "Whether a change the partner makes through the API is announced to the partner too.",
  },
  resourceUriHost: {
    values: ["partnerCenter", "referrals"],
    default: "partnerCenter",
    unknown:
      "ResourceUri is documented with api.partnercenter.microsoft.com, which is not the host of the Referrals API.",
  },
  relatedResourceName: {
    values: ["referral", "relatedReferral"],
    default: "referral",
    unknown: "ResourceName of the related-referral events.",
  },
  auditProperty: {
    values: ["AuditUri", "AuditUrl"],
    default: "AuditUri",
    unknown: "The samples and the table of one page name this property differently.",
  },
  msSignaturePrefix: {
    values: ["withPrefix", "bare"],
    default: "withPrefix",
    unknown: "Whether x-ms-signature starts with 'Signature ': the published receivers disagree.",
  },
  certificateEncoding: {
    values: ["pem", "base64", "der"],
    default: "pem",
    unknown:
      "A .cer file may be text or binary. Microsoft's sample function reads it as text, other receivers as bytes.",
  },
  retrySpacing: {
    values: ["doubling", "minutes", "hours", "immediate"],
    default: "doubling",
    unknown: "Ten tries are documented, the time between them is not.",
  },
  receiverTimeoutSeconds: {
    values: ["10", "30", "100"],
    default: "30",
    unknown: "How long a receiver may take.",
  },
  receiverSuccess: {
    values: ["2xx", "200", "below500"],
    default: "2xx",
    unknown: "Which answers of a receiver count as delivered.",
  },
} as const;
