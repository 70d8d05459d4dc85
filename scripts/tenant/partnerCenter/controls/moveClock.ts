import { answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { expireDue } from "../referrals/expireDue";
import type { SandboxState } from "../SandboxState";
import { isForm, readControlBody } from "./readControlBody";
import { refuseControl } from "./refuseControl";

const maxStepMs = 10 * 366 * 24 * 60 * 60 * 1000; /* ten years */

/** `GET /sandbox/clock`. */
export function readClock({ time }: SandboxState): HttpAnswer {
  return answerJson(200, { now: new Date(time.now()).toISOString(), aheadMs: time.aheadMs() });
}

/** `POST /sandbox/clock` with `{advanceMs}` or `{now}`: time goes on, and what falls due expires. It never goes back. */
export function moveClock(state: SandboxState, request: SandboxRequest): HttpAnswer {
  const ms = readStep(state, readControlBody(request) ?? {});
  if (typeof ms === "string") return refuseControl(400, ms);
  state.time.advanceBy(ms);
  expireDue(state);
  return isForm(request.headers) ? answerSeeOther("/clock") : readClock(state);
}

function readStep({ time }: SandboxState, { advanceMs, now }: Record<string, unknown>): number | string {
  if ((advanceMs === undefined) === (now === undefined)) return "Send either advanceMs or now.";
  const target = typeof now === "string" ? Date.parse(now) : NaN;
  const ms = now === undefined ? Number(advanceMs) : target - time.now();
  if (!Number.isInteger(ms)) return "advanceMs must be a whole number of milliseconds, now an ISO instant.";
  if (ms < 0) return "The clock never goes back.";
  return ms > maxStepMs ? "The clock moves at most ten years at once." : ms;
}
