import { expireDue } from "./referrals/expireDue";
import type { SandboxState } from "./SandboxState";
import { runDueDeliveries } from "./webhooks/runDueDeliveries";

/** Lets everything happen that is due by the sandbox's clock. */
export async function runDue(state: SandboxState): Promise<number> {
  expireDue(state);
  return runDueDeliveries(state);
}

/** The next instant at which `runDue` has something to do; null for never. */
export function nextDueAtMs(state: SandboxState): number | null {
  const expiries = state.referrals
    .unanswered()
    .map(({ expirationDateTime }) => expirationDateTime)
    .filter((instant) => instant !== null)
    .map((instant) => Date.parse(instant));
  const delivery = state.deliveries.nextDueAtMs();
  const all = delivery === null ? expiries : [...expiries, delivery];
  return all.length === 0 ? null : Math.min(...all);
}
