import { answerJson, answerSeeOther } from "../http/SandboxAnswer";
import { isWebhookRefusal } from "../webhooks/WebhookOutcome";
import { sendValidationEvent } from "../webhooks/validationEvents";
import type { Control } from "./Control";
import { isForm } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `POST /sandbox/deliveries/test`: a validation event without a token, for the button of the page. */
export const sendTestEvent: Control = (state, { headers }) => {
  const outcome = sendValidationEvent(state);
  if (isWebhookRefusal(outcome)) return refuseControl(outcome.status, outcome.description);
  return isForm(headers) ? answerSeeOther("/webhooks") : answerJson(outcome.status, outcome.body);
};
