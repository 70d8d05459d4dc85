import type { SandboxState } from "../SandboxState";
import { storeChange } from "./storeChange";

/** Closes what nobody answered in time. Called before every operation: the sandbox has no timer of its own. */
export function expireDue(state: SandboxState): void {
  const nowMs = state.clock();
  for (const referral of state.referrals.unanswered()) {
    const { expirationDateTime, content } = referral;
    if (expirationDateTime === null || Date.parse(expirationDateTime) > nowMs) continue;
    const expired = { ...content, status: "Closed", substatus: "Expired" } as const;
    storeChange(state, referral, { content: expired }, "service");
  }
}
