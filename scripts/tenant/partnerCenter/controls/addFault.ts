import { answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { parseFault } from "./parseFault";
import { isForm, readControlBody } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `POST /sandbox/faults`. */
export function addFault(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const fields = readControlBody(request);
  if (fields === null) return refuseControl(400, "Send a JSON object or a form.");
  const fault = parseFault(fields, state.ids());
  if (typeof fault === "string") return refuseControl(400, fault);
  state.faults.push(fault);
  return isForm(request.headers) ? answerSeeOther("/faults") : answerJson(201, fault);
}
