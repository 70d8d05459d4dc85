import type { SandboxState } from "../SandboxState";
import type { Switches } from "../switches/switches";
import { maxAttempts, type Delivery, type DeliveryAttempt } from "./Delivery";
import { retryDelayMs } from "./retryDelayMs";
import { signatureHeaders } from "./signatureHeaders";
import type { NotificationAnswer } from "./PostNotification";

/** Sends a notification once, to where the registration points now, and keeps what came of it. */
export async function attemptDelivery(state: SandboxState, delivery: Delivery): Promise<void> {
  const registration = state.webhookRegistrations.get(state.partner.organizationId);
  if (registration?.WebhookEvents.includes(delivery.eventName) !== true)
    return state.deliveries.put({ ...delivery, state: "dropped" });
  const at = new Date(state.clock()).toISOString();
  const answer = await state.post({
    url: registration.WebhookUrl,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...signatureHeaders(state, delivery, registration),
    },
    body: delivery.body,
    timeoutMs: Number(state.switches.receiverTimeoutSeconds) * 1000,
  });
  // A reset meanwhile has forgotten it.
  if (state.deliveries.get(delivery.id) !== undefined) state.deliveries.put(settle(state, delivery, at, answer));
}

function settle(state: SandboxState, delivery: Delivery, at: string, answer: NotificationAnswer): Delivery {
  const attempt: DeliveryAttempt =
    answer.kind === "answered"
      ? { at, status: answer.status, problem: "" }
      : { at, status: null, problem: answer.problem };
  const tried = { ...delivery, attempts: [...delivery.attempts, attempt] };
  if (attempt.status !== null && isAccepted(attempt.status, state.switches.receiverSuccess))
    return { ...tried, state: "delivered" };
  if (tried.attempts.length >= maxAttempts) return { ...tried, state: "parked" };
  return { ...tried, dueAtMs: state.clock() + retryDelayMs(tried.attempts.length, state.switches.retrySpacing) };
}

function isAccepted(status: number, success: Switches["receiverSuccess"]): boolean {
  switch (success) {
    case "2xx":
      return status >= 200 && status < 300;
    case "200":
      return status === 200;
    case "below500":
      return status < 500;
  }
}
