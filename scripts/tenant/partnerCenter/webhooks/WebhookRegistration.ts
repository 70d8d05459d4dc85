/** The one registration of a tenant, wire names. */
export interface WebhookRegistration {
  SubscriberId: string;
  WebhookUrl: string;
  WebhookEvents: string[];
  SignatureTokenToMsSignatureHeader: boolean;
}

/** Source: the webhook events page; the referral events are the four of the connector how-to. */
export const webhookEvents = [
  "test-created",
  "referral-created",
  "referral-updated",
  "related-referral-created",
  "related-referral-updated",
] as const;
