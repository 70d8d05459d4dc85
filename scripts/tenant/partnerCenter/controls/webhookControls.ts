import { answerEmpty, answerJson, answerSeeOther } from "../http/SandboxAnswer";
import { runDue } from "../runDue";
import { addDeliveryFault } from "./addDeliveryFault";
import type { ControlTable } from "./Control";
import { redeliver } from "./redeliver";
import { sendTestEvent } from "./sendTestEvent";
import { takeOverFeed } from "./takeOverFeed";

export const webhookControls: ControlTable = {
  "GET /sandbox/deliveries": (state) => answerJson(200, state.deliveries.all()),
  "DELETE /sandbox/deliveries": (state) => {
    state.deliveries.clear();
    return answerEmpty(204);
  },
  "POST /sandbox/deliveries/run": async (state) => answerJson(200, { tries: await runDue(state) }),
  "POST /sandbox/deliveries/test": sendTestEvent,
  "POST /sandbox/deliveries/{id}/redeliver": redeliver,
  "POST /sandbox/registration/takeover": takeOverFeed,
  "GET /sandbox/mishaps": (state) => answerJson(200, state.mishaps),
  "POST /sandbox/mishaps": addDeliveryFault,
  "DELETE /sandbox/mishaps": (state) => {
    state.mishaps.length = 0;
    return answerEmpty(204);
  },
  "POST /sandbox/mishaps/clear": (state) => {
    state.mishaps.length = 0;
    return answerSeeOther("/webhooks");
  },
};
