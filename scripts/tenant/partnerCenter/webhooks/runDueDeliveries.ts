import type { SandboxState } from "../SandboxState";
import { attemptDelivery } from "./attemptDelivery";

/**
 * Tries what is due, one after the other, and what falls due meanwhile; returns the number of tries. Runs may overlap: a
 * delivery is taken out by one of them.
 */
export async function runDueDeliveries(state: SandboxState): Promise<number> {
  let tries = 0;
  for (let due = takeDue(state); due !== undefined; due = takeDue(state)) {
    await attemptDelivery(state, due);
    tries++;
  }
  return tries;
}

const takeDue = (state: SandboxState) => state.deliveries.takeDue(state.clock());
