import { done, type Outcome } from "../../domain/failure/Outcome";
import type { Registration } from "../../domain/registration/Registration";
import { isJsonObject, type Json } from "../../domain/values/Json";
import type { Webhooks } from "../../ports/Webhooks";
import type { HttpResponse } from "../host/Http";
import { parseJson } from "../../domain/values/parseJson";
import { unreadable, type CallPartnerCenter } from "./createPartnerCenterCaller";

const path = "/webhooks/v1/registration";

const toTexts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === "string") : [];

const readRegistration = ({ body }: HttpResponse): Registration | null => {
  const json = parseJson(body);
  const endpoint = isJsonObject(json) ? json["WebhookUrl"] : null;
  if (!isJsonObject(json) || typeof endpoint !== "string") return null;
  return { endpoint, events: toTexts(json["WebhookEvents"]) };
};

// Power Automate keeps the Authorization header to itself, so the signature has to come in one of its own.
const toBody = ({ endpoint, events }: Registration): string =>
  JSON.stringify({ WebhookUrl: endpoint, WebhookEvents: events, SignatureTokenToMsSignatureHeader: true });

/** The webhook registration over the bridge. Source: Partner Center webhooks. */
export const createWebhooks = (call: CallPartnerCenter): Webhooks => {
  const write = async (method: "POST" | "PUT", registration: Registration): Promise<Outcome<Registration>> => {
    const answer = await call({ method, path, body: toBody(registration) });
    if (answer.kind === "failed") return answer;
    const taken = readRegistration(answer.value);
    return taken === null ? unreadable(answer.value) : done(taken);
  };
  return {
    read: async () => {
      const answer = await call({ method: "GET", path });
      if (answer.kind === "failed") return answer.failure.code === "partnerCenter.itemNotFound" ? done(null) : answer;
      const held = readRegistration(answer.value);
      // A company that never registered anything may be told so with an empty address instead of 404.
      if (held === null) return unreadable(answer.value);
      return done(held.endpoint === "" ? null : held);
    },
    create: (registration) => write("POST", registration),
    change: (registration) => write("PUT", registration),
    sendTest: async () => {
      const answer = await call({ method: "POST", path: `${path}/validationEvents` });
      return answer.kind === "failed" ? answer.failure : null;
    },
  };
};
