import type { ApiCall } from "../api/ApiCall";
import type { SandboxAnswer } from "../http/SandboxAnswer";
import type { SandboxState } from "../SandboxState";
import type { Fault } from "./Fault";

/** Carries a call out, or lets it go wrong the way a fault says. */
export async function performWithFault(
  state: SandboxState,
  call: ApiCall,
  fault: Fault | null,
): Promise<SandboxAnswer> {
  if (fault === null) return call.perform();
  switch (fault.kind) {
    case "hang":
      return { kind: "neverAnswered" };
    case "dropAfterCommit":
      call.perform();
      return { kind: "connectionCut" };
    case "slow":
      await state.sleep(fault.ms);
      return call.perform();
    default:
      return call.fail({ status: fault.kind, retryAfterSeconds: fault.retryAfterSeconds, code: fault.code });
  }
}
