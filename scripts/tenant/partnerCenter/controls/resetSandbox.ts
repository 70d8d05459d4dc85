import { answerEmpty, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxState } from "../SandboxState";

/**
 * `POST /sandbox/reset`: no referrals, registrations, faults or log, switches as they were at the start. Refresh tokens stay:
 * a tenant that has signed in keeps its connection.
 */
export function resetSandbox(state: SandboxState): HttpAnswer {
  state.referrals.clear();
  state.webhookRegistrations.clear();
  state.faults.length = 0;
  state.requests.length = 0;
  Object.assign(state.switches, state.initialSwitches);
  return answerEmpty(204);
}
