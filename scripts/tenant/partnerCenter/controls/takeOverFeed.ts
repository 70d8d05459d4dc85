import { answerJson, answerSeeOther } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import { webhookEvents, type WebhookRegistration } from "../webhooks/WebhookRegistration";
import type { Control } from "./Control";
import { isForm, readControlBody } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/**
 * `POST /sandbox/registration/takeover` with `{WebhookUrl?}`: another environment of the partner registers, and the events
 * go there. Nobody tells the one that had them.
 */
export const takeOverFeed: Control = (state, request) => {
  const { WebhookUrl = "https://staging.contoso-partner.example/receive" } = readControlBody(request) ?? {};
  if (typeof WebhookUrl !== "string" || !URL.canParse(WebhookUrl))
    return refuseControl(400, "WebhookUrl must be an address.");
  const registration: WebhookRegistration = {
    SubscriberId: state.ids(),
    WebhookUrl,
    WebhookEvents: [...webhookEvents],
    SignatureTokenToMsSignatureHeader: false,
    sandboxAddress: addressOf(request),
  };
  state.webhookRegistrations.set(state.partner.organizationId, registration);
  return isForm(request.headers) ? answerSeeOther("/webhooks") : answerJson(200, registration);
};
