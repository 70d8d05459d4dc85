import { answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { mishapEvents, mishapKinds, type DeliveryFault } from "../webhooks/DeliveryFault";
import { isForm, readControlBody } from "./readControlBody";
import { readCount } from "./readCount";
import { refuseControl } from "./refuseControl";

const defaultMs = 60_000;
const maxMs = 7 * 24 * 60 * 60 * 1000;

/** `POST /sandbox/mishaps` with `{kind, eventName?, times?, ms?}`. */
export function addDeliveryFault(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const fields = readControlBody(request);
  if (fields === null) return refuseControl(400, "Send a JSON object or a form.");
  const mishap = parseMishap(fields, state.ids());
  if (typeof mishap === "string") return refuseControl(400, mishap);
  state.mishaps.push(mishap);
  return isForm(request.headers) ? answerSeeOther("/webhooks") : answerJson(201, mishap);
}

function parseMishap(fields: Readonly<Record<string, unknown>>, id: string): DeliveryFault | string {
  const { eventName = "any", kind, times = 1, ms = defaultMs, ...rest } = fields;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return `A mishap has no '${unknown}'.`;
  const event = mishapEvents.find((known) => known === eventName);
  if (event === undefined) return `eventName must be one of ${mishapEvents.join(", ")}.`;
  const named = mishapKinds.find((known) => known === kind);
  if (named === undefined) return `kind must be one of ${mishapKinds.join(", ")}.`;
  const [count, wait] = [readCount(times), readCount(ms === "" ? defaultMs : ms)];
  if (count === null || count < 1) return "times must be a whole number from 1.";
  if (wait === null || wait > maxMs) return `ms must be a whole number up to ${maxMs}, seven days.`;
  return { id, eventName: event, kind: named, times: count, ms: wait };
}
