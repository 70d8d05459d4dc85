import type { SandboxState } from "../SandboxState";
import type { WebhookOutcome } from "./WebhookOutcome";

/** `GET /webhooks/v1/registration`. */
export function readRegistration(state: SandboxState): WebhookOutcome {
  const registration = state.webhookRegistrations.get(state.partner.organizationId);
  if (registration === undefined)
    return { status: 404, code: "NotFound", description: "No webhook is registered for this tenant." };
  return { status: 200, body: { WebhookUrl: registration.WebhookUrl, WebhookEvents: registration.WebhookEvents } };
}
