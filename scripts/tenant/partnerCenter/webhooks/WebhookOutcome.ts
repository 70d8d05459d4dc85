export interface WebhookRefusal {
  status: number;
  code: string;
  description: string;
  headers?: Record<string, string>;
}

/** What a call of the webhook host leads to, before it is rendered. */
export type WebhookOutcome = { status: number; body: object; headers?: Record<string, string> } | WebhookRefusal;

export function isWebhookRefusal(outcome: object): outcome is WebhookRefusal {
  return "code" in outcome;
}
