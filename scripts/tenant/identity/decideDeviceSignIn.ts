import type { IdentityState } from "./IdentityState";
import type { SignedInUser } from "./Registration";

/** What the person at the code page decides: to sign in, or not (null). False when no such code waits. */
export function decideDeviceSignIn(state: IdentityState, userCode: string, user: SignedInUser | null): boolean {
  const row = state.deviceSignIns.get(userCode.trim().toUpperCase());
  if (row?.outcome !== "pending" || state.clock() >= row.expiresAtMs) return false;
  state.deviceSignIns.set(row.userCode, { ...row, outcome: user ?? "declined" });
  return true;
}
