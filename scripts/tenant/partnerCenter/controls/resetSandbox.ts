import { answerEmpty, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxState } from "../SandboxState";
import { setSwitches } from "../switches";

/**
 * `POST /sandbox/reset`: no referrals, registrations, faults or log, switches at their defaults. Refresh tokens stay:
 * a tenant that has signed in keeps its connection.
 */
export function resetSandbox(state: SandboxState): HttpAnswer {
  state.referrals.clear();
  state.webhookRegistrations.clear();
  state.faults.length = 0;
  state.requests.length = 0;
  Object.assign(state.switches, setSwitches());
  return answerEmpty(204);
}
