import type { Caller } from "../api/Caller";
import { mayReach } from "../people/mayReach";
import type { SandboxState } from "../SandboxState";
import type { StoredReferral } from "./Referral";

/** The referrals a caller may read. */
export function visibleReferrals(state: SandboxState, caller: Caller): StoredReferral[] {
  return [...state.referrals.values()].filter((referral) => mayReach(state, caller, referral));
}
