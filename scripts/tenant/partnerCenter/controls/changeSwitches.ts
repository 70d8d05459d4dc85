import { answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { isSwitchSetting } from "../switches/switches";
import { isForm, readControlBody } from "./readControlBody";
import { refuseControl } from "./refuseControl";

/** `PATCH /sandbox/switches` (from a form `POST`) with some switches and their new values; all are set or none. */
export function changeSwitches(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const wanted = readControlBody(request);
  if (wanted === null) return refuseControl(400, "Send a JSON object of switches.");
  const wrong = Object.entries(wanted).find(([name, value]) => !isSwitchSetting(name, value));
  if (wrong !== undefined) return refuseControl(400, `'${wrong[0]}' cannot be ${JSON.stringify(wrong[1])}.`);
  Object.assign(state.switches, wanted);
  return isForm(request.headers) ? answerSeeOther("/switches") : answerJson(200, state.switches);
}
