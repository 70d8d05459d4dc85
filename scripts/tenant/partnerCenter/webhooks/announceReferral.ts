import type { StoredReferral } from "../referrals/Referral";
import type { SandboxState } from "../SandboxState";
import { referralNotification } from "./notificationBody";
import { queueNotification } from "./queueNotification";
import type { WebhookEvent } from "./WebhookRegistration";

/** Tells the partner's registered address that a referral was created or changed, its own or another side's of its deal. */
export function announceReferral(state: SandboxState, what: "created" | "updated", referral: StoredReferral): void {
  if (referral.referralSource !== undefined && state.switches.marketplaceLeads === "hidden") return;
  const { organizationId } = state.partner;
  const isOwn = referral.organizationId === organizationId;
  const eventName: WebhookEvent = isOwn ? `referral-${what}` : `related-referral-${what}`;
  const registration = state.webhookRegistrations.get(organizationId);
  if (registration?.WebhookEvents.includes(eventName) !== true) return;
  const body = referralNotification(eventName, referral, state.clock(), state.switches);
  queueNotification(state, { eventName, referralId: referral.id, correlationId: null, body });
}
