import { answerJson, answerSeeOther } from "../http/SandboxAnswer";
import type { Delivery } from "../webhooks/Delivery";
import type { Control } from "./Control";
import { isForm } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `POST /sandbox/deliveries/{id}/redeliver`: the same notification once more, whatever became of the first. */
export const redeliver: Control = (state, { headers }, { id }) => {
  const sent = state.deliveries.get(id);
  if (sent === undefined) return refuseControl(404, `There is no delivery ${id}.`);
  const again: Delivery = { ...sent, id: state.ids(), dueAtMs: state.clock(), state: "waiting", attempts: [] };
  state.deliveries.put(again);
  return isForm(headers) ? answerSeeOther("/webhooks") : answerJson(201, again);
};
