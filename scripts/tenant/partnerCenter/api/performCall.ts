import type { ApiCall } from "./ApiCall";
import { performWithFault } from "../faults/performWithFault";
import { takeFault } from "../faults/takeFault";
import type { SandboxAnswer } from "../http/SandboxAnswer";
import type { SandboxRequest } from "../http/SandboxRequest";
import { consumeQuota } from "../throttle/consumeQuota";
import type { SandboxState } from "../SandboxState";

const maxEntries = 10_000;

/** Performs an API call under the faults in force and writes it down. */
export async function performCall(state: SandboxState, request: SandboxRequest, call: ApiCall): Promise<SandboxAnswer> {
  const startedMs = state.clock();
  const waitSeconds = consumeQuota(state, call.operation);
  const fault = waitSeconds === null ? takeFault(state, call.operation) : null;
  const answer =
    waitSeconds === null
      ? await performWithFault(state, call, fault)
      : call.fail({ status: 429, retryAfterSeconds: waitSeconds });
  state.requests.push({
    at: new Date(startedMs).toISOString(),
    operation: call.operation,
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    status: answer.kind === "answered" ? answer.status : 0,
    ms: state.clock() - startedMs,
    fault: waitSeconds === null ? (fault === null ? null : String(fault.kind)) : "throttled",
    clientRequestId: request.headers["client-request-id"] ?? null,
  });
  if (state.requests.length > maxEntries) state.requests.shift();
  return answer;
}
