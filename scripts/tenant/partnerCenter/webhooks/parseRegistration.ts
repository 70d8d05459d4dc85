import { webhookEvents, type WebhookEvent, type WebhookRegistration } from "./WebhookRegistration";
import type { WebhookRefusal } from "./WebhookOutcome";

type Wanted = Omit<WebhookRegistration, "SubscriberId" | "sandboxAddress">;

/** The registration in a request body, or the refusal that names what is wrong with it. */
export function parseRegistration(body: string): { registration: Wanted } | WebhookRefusal {
  const sent = parseObject(body);
  if (sent === null) return refuse("The request body is not a JSON object.");
  const { WebhookUrl, WebhookEvents, SignatureTokenToMsSignatureHeader = false } = sent;
  if (typeof WebhookUrl !== "string" || !isCallable(WebhookUrl)) return refuse("WebhookUrl must be an https address.");
  if (!Array.isArray(WebhookEvents) || WebhookEvents.length === 0) return refuse("WebhookEvents must name an event.");
  const unknown = (WebhookEvents as unknown[]).find((event) => !(webhookEvents as readonly unknown[]).includes(event));
  if (unknown !== undefined) return refuse(`${JSON.stringify(unknown)} is not a supported event.`);
  if (typeof SignatureTokenToMsSignatureHeader !== "boolean")
    return refuse("SignatureTokenToMsSignatureHeader must be true or false.");
  const events = [...new Set(WebhookEvents as WebhookEvent[])];
  return { registration: { WebhookUrl, WebhookEvents: events, SignatureTokenToMsSignatureHeader } };
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Differs from the service: plain http is good enough for an endpoint on this very machine. */
function isCallable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname));
}

function refuse(description: string): WebhookRefusal {
  return { status: 400, code: "BadRequest", description };
}
