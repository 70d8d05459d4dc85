import { answerEmpty, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxState } from "../SandboxState";

/**
 * `POST /sandbox/reset`: no referrals, registrations, notifications, faults or log; people and switches as at the start. Refresh tokens stay,
 * since a tenant that has signed in keeps its connection; so does the clock, which never goes back.
 */
export function resetSandbox(state: SandboxState): HttpAnswer {
  state.referrals.clear();
  state.webhookRegistrations.clear();
  state.deliveries.clear();
  state.postedRequests.clear();
  for (const list of [
    state.mishaps,
    state.overtaken,
    state.validationTimes,
    state.turns.all,
    state.turns.writes,
    state.faults,
    state.requests,
  ])
    list.length = 0;
  state.people.clear();
  for (const person of state.initialPeople) state.people.set(person.name.toLowerCase(), person);
  Object.assign(state.switches, state.initialSwitches);
  return answerEmpty(204);
}
