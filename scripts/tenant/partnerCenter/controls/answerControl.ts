import type { Identity } from "../../identity/createIdentity";
import { answerEmpty, answerJson, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { expireDue } from "../referrals/expireDue";
import type { SandboxState } from "../SandboxState";
import { changePeople } from "./changePeople";
import { changeSwitches } from "./changeSwitches";
import type { ControlTable } from "./Control";
import { faultControls } from "./faultControls";
import { findControl } from "./findControl";
import { moveClock, readClock } from "./moveClock";
import { refuseControl } from "./refuseControl";
import { resetSandbox } from "./resetSandbox";
import { sellerControls } from "./sellerControls";
import { webhookControls } from "./webhookControls";

/** The strings of the puppet: what tests, simulations and the pages pull. None of it exists in Partner Center. */
const controls: ControlTable = {
  ...faultControls,
  ...sellerControls,
  ...webhookControls,
  "GET /sandbox/requests": (state) => answerJson(200, state.requests),
  "DELETE /sandbox/requests": (state) => {
    state.requests.length = 0;
    return answerEmpty(204);
  },
  "GET /sandbox/switches": (state) => answerJson(200, state.switches),
  "PATCH /sandbox/switches": changeSwitches,
  "POST /sandbox/switches": changeSwitches,
  "GET /sandbox/catalogue": (state) => answerJson(200, [...state.catalogue.values()]),
  "GET /sandbox/people": (state) => answerJson(200, [...state.people.values()]),
  "PUT /sandbox/people": changePeople,
  "GET /sandbox/clock": readClock,
  "POST /sandbox/clock": moveClock,
  "POST /sandbox/reset": resetSandbox,
  "DELETE /sandbox/refresh-tokens": (_state, _request, { identity }) => {
    identity.revokeAllRefreshTokens();
    return answerEmpty(204);
  },
};

/** The answer of a control, or null when the path is none of theirs. */
export async function answerControl(
  state: SandboxState,
  identity: Identity,
  request: SandboxRequest,
): Promise<HttpAnswer | null> {
  if (!request.path.startsWith("/sandbox/")) return null;
  expireDue(state);
  const found = findControl(controls, request.method, request.path);
  if (found !== null) return found.control(state, request, { identity, id: found.id });
  const known = Object.keys(controls).join(", ");
  return refuseControl(404, `There is no ${request.method} ${request.path}. Known: ${known}.`);
}
