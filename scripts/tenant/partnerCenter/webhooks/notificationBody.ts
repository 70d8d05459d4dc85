import type { StoredReferral } from "../referrals/Referral";
import type { Switches } from "../switches/switches";
import type { WebhookEvent } from "./WebhookRegistration";

const addresses = {
  partnerCenter: "https://api.partnercenter.microsoft.com/engagements/v1/referrals/",
  referrals: "https://api.partner.microsoft.com/v1.0/engagements/referrals/",
};

/** Says which referral changed, not how. Source: partner-center-webhook-events.md. */
export function referralNotification(
  eventName: WebhookEvent,
  referral: StoredReferral,
  nowMs: number,
  switches: Switches,
): string {
  const isRelated = eventName.startsWith("related-");
  return write(eventName, nowMs, switches, {
    ResourceUri: addresses[switches.resourceUriHost] + referral.id,
    ResourceName: isRelated ? switches.relatedResourceName : "referral",
  });
}

export function testNotification(nowMs: number, switches: Switches): string {
  return write("test-created", nowMs, switches, {
    ResourceUri: "https://api.partnercenter.microsoft.com/webhooks/v1/registration/test",
    ResourceName: "test",
  });
}

function write(
  EventName: WebhookEvent,
  nowMs: number,
  switches: Switches,
  resource: { ResourceUri: string; ResourceName: string },
): string {
  const ResourceChangeUtcDate = new Date(nowMs).toISOString().replace("Z", "0000+00:00");
  return JSON.stringify({ EventName, ...resource, [switches.auditProperty]: null, ResourceChangeUtcDate });
}
