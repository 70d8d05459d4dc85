/** The one registration of a tenant, wire names. */
export interface WebhookRegistration {
  SubscriberId: string;
  WebhookUrl: string;
  WebhookEvents: WebhookEvent[];
  SignatureTokenToMsSignatureHeader: boolean;
  /** Where the subscriber reached the sandbox; the certificate is served there. */
  sandboxAddress: string;
}

/** Source: the webhook events page; the referral events are the four of the connector how-to. */
export const webhookEvents = [
  "test-created",
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
