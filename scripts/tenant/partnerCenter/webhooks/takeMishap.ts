import type { DeliveryFault } from "./DeliveryFault";
import type { WebhookEvent } from "./WebhookRegistration";

/** The oldest mishap that strikes this event, counted down; null when all goes well. */
export function takeMishap(mishaps: DeliveryFault[], eventName: WebhookEvent): DeliveryFault | null {
  const mishap = mishaps.find((one) => one.eventName === "any" || one.eventName === eventName);
  if (mishap === undefined) return null;
  mishap.times -= 1;
  if (mishap.times <= 0) mishaps.splice(mishaps.indexOf(mishap), 1);
  return mishap;
}
