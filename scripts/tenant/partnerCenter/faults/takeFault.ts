import type { ApiOperation } from "../api/ApiCall";
import type { SandboxState } from "../SandboxState";
import type { Fault, FaultOperation } from "./Fault";

/** The oldest fault that strikes this operation, counted down; null when all goes well. */
export function takeFault(state: SandboxState, operation: ApiOperation): Fault | null {
  const fault = state.faults.find((candidate) => strikes(candidate.operation, operation));
  if (fault === undefined) return null;
  fault.times -= 1;
  if (fault.times <= 0) state.faults.splice(state.faults.indexOf(fault), 1);
  return fault;
}

function strikes(wanted: FaultOperation, operation: ApiOperation): boolean {
  if (wanted === "any") return true;
  if (wanted === "GET") return operation === "GET referral" || operation === "GET referrals";
  return wanted === operation;
}
