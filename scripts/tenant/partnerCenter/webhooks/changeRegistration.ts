import { addressOf, type SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { parseRegistration } from "./parseRegistration";
import { isWebhookRefusal, type WebhookOutcome } from "./WebhookOutcome";

/** `POST` and `PUT /webhooks/v1/registration`: one registration a tenant; what happens from now on is sent to it. */
export function changeRegistration(state: SandboxState, request: SandboxRequest): WebhookOutcome {
  const { method, body } = request;
  const wanted = parseRegistration(body);
  if (isWebhookRefusal(wanted)) return wanted;
  const tenant = state.partner.organizationId;
  const existing = state.webhookRegistrations.get(tenant);
  if (method === "PUT" && existing === undefined)
    return {
      status: 404,
      code: "NotFound",
      description: "No webhook is registered for this tenant; register with POST.",
    };
  if (method === "POST" && existing !== undefined && state.switches.secondRegistration === "refused")
    return {
      status: 400,
      code: "AlreadyRegistered",
      description: "A webhook is registered already; change it with PUT.",
    };
  const SubscriberId = existing?.SubscriberId ?? state.ids();
  state.webhookRegistrations.set(tenant, { SubscriberId, ...wanted.registration, sandboxAddress: addressOf(request) });
  const { WebhookUrl, WebhookEvents } = wanted.registration;
  return { status: 200, body: { SubscriberId, WebhookUrl, WebhookEvents } };
}
