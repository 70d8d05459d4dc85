import { webhookEvents, type WebhookEvent } from "./WebhookRegistration";

export const mishapKinds = ["drop", "duplicate", "delay", "reorder", "wrongSignature"] as const;
export type MishapKind = (typeof mishapKinds)[number];

export const mishapEvents = ["any", ...webhookEvents] as const;

/** Something that will befall `times` notifications on their way. */
export interface DeliveryFault {
  id: string;
  eventName: WebhookEvent | "any";
  kind: MishapKind;
  /** With "delay": how late. With "reorder": how long to wait for a notification that passes by. */
  ms: number;
  /** How often it will still strike. */
  times: number;
}
