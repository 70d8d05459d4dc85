import type { Identity } from "../../identity/createIdentity";
import { answerEmpty, answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { addFault } from "./addFault";
import { changePeople } from "./changePeople";
import { changeSwitches } from "./changeSwitches";
import { moveClock, readClock } from "./moveClock";
import { refuseControl } from "./refuseControl";
import { resetSandbox } from "./resetSandbox";

type Control = (state: SandboxState, request: SandboxRequest, identity: Identity) => HttpAnswer;

/** The strings of the puppet: what tests and the faults page pull. None of it exists in Partner Center. */
const controls: Readonly<Record<string, Control>> = {
  "GET /sandbox/faults": (state) => answerJson(200, state.faults),
  "POST /sandbox/faults": addFault,
  "DELETE /sandbox/faults": (state) => {
    state.faults.length = 0;
    return answerEmpty(204);
  },
  // For the button of the faults page: an HTML form cannot send DELETE.
  "POST /sandbox/faults/clear": (state) => {
    state.faults.length = 0;
    return answerSeeOther("/faults");
  },
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
  "DELETE /sandbox/refresh-tokens": (_state, _request, identity) => {
    identity.revokeAllRefreshTokens();
    return answerEmpty(204);
  },
};

/** The answer of a control, or null when the path is none of theirs. */
export function answerControl(state: SandboxState, identity: Identity, request: SandboxRequest): HttpAnswer | null {
  if (!request.path.startsWith("/sandbox/")) return null;
  const control = controls[`${request.method} ${request.path}`];
  if (control !== undefined) return control(state, request, identity);
  return refuseControl(
    404,
    `There is no ${request.method} ${request.path}. Known: ${Object.keys(controls).join(", ")}.`,
  );
}
