import { answerHtml, answerJson, answerSeeOther } from "../http/SandboxAnswer";
import { layout } from "../pages/layout";
import { refusedPage } from "../pages/refusedPage";
import { isWebhookRefusal } from "../webhooks/WebhookOutcome";
import { sendValidationEvent } from "../webhooks/validationEvents";
import type { Control } from "./Control";
import { isForm } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `POST /sandbox/deliveries/test`: a validation event without a token, for the button of the page. */
export const sendTestEvent: Control = (state, { headers }) => {
  const fromForm = isForm(headers);
  const outcome = sendValidationEvent(state);
  if (isWebhookRefusal(outcome))
    return fromForm
      ? answerHtml(outcome.status, layout(refusedPage(outcome.description, "/webhooks")))
      : refuseControl(outcome.status, outcome.description);
  return fromForm ? answerSeeOther("/webhooks") : answerJson(outcome.status, outcome.body);
};
