import { STATUS_CODES } from "node:http";
import type { SandboxState } from "../SandboxState";
import type { Delivery } from "./Delivery";
import { testNotification } from "./notificationBody";
import { queueNotification } from "./queueNotification";
import type { WebhookOutcome } from "./WebhookOutcome";

const maxPerWindow = 2;
const windowMs = 60_000;
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** `POST /webhooks/v1/registration/validationEvents`: sends a test event to the registered address. */
export function sendValidationEvent(state: SandboxState): WebhookOutcome {
  const registration = state.webhookRegistrations.get(state.partner.organizationId);
  if (registration?.WebhookEvents.includes("test-created") !== true)
    return { status: 400, code: "BadRequest", description: "Register for the event test-created first." };
  const nowMs = state.clock();
  const recent = state.validationTimes.filter((at) => at > nowMs - windowMs);
  const [first] = recent;
  if (first !== undefined && recent.length >= maxPerWindow) {
    const headers = { "retry-after": String(Math.ceil((first + windowMs - nowMs) / 1000)) };
    return { status: 429, code: "TooManyRequests", description: "At most 2 validation events a minute.", headers };
  }
  state.validationTimes = [...recent, nowMs];
  const correlationId = state.ids();
  const body = testNotification(nowMs, state.switches);
  queueNotification(state, { eventName: "test-created", referralId: null, correlationId, body });
  return { status: 200, body: { correlationId } };
}

/** `GET …/validationEvents/{correlationId}`: what became of it, for seven days. */
export function readValidationEvent(state: SandboxState, correlationId: string): WebhookOutcome {
  const delivery = state.deliveries
    .all()
    .find((one) => one.correlationId === correlationId && Date.parse(one.queuedAt) > state.clock() - keptMs);
  if (delivery === undefined)
    return { status: 404, code: "NotFound", description: `No validation event ${correlationId}.` };
  const callbackUrl = state.webhookRegistrations.get(state.partner.organizationId)?.WebhookUrl ?? "";
  return {
    status: 200,
    body: {
      correlationId,
      partnerId: state.partner.organizationId,
      status: statusOf(delivery),
      callbackUrl,
      results: delivery.attempts.map(({ at, status, problem }) => ({
        responseCode: status === null ? "" : (STATUS_CODES[status] ?? String(status)).replace(/[^A-Za-z0-9]/g, ""),
        responseMessage: problem,
        systemError: status === null,
        dateTimeUtc: at.replace("Z", "0000"),
      })),
    },
  };
}

function statusOf({ state }: Delivery): string {
  return { waiting: "pending", delivered: "completed", parked: "failed", dropped: "failed" }[state];
}
