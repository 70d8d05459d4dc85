import type { WebhookEvent } from "./WebhookRegistration";

/** One try to hand a notification over. */
export interface DeliveryAttempt {
  at: string;
  /** HTTP status; null when no answer came. */
  status: number | null;
  /** Why there was no answer; empty when there was one. */
  problem: string;
}

/** A notification on its way to the registered address. */
export interface Delivery {
  id: string;
  eventName: WebhookEvent;
  /** What it is about; null for a test event. */
  referralId: string | null;
  /** Of the validation that asked for it; null for all others. */
  correlationId: string | null;
  /** The very text that is signed and sent. */
  body: string;
  queuedAt: string;
  /** Next try, in milliseconds since 1970. */
  dueAtMs: number;
  /** "dropped" was never sent, on purpose; "parked" is not tried any more. */
  state: "waiting" | "delivered" | "parked" | "dropped";
  attempts: readonly DeliveryAttempt[];
  /** A wrong one is the mishap that a receiver must refuse. */
  signature: "right" | "wrong";
}

/** Source: partner-center-webhooks.md: ten tries, then an offline queue nobody delivers from. */
export const maxAttempts = 10;
