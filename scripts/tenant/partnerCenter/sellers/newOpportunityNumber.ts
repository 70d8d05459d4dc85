import type { SandboxState } from "../SandboxState";

/** In the manner of Microsoft's own numbers, such as 7-2KQ4R8T1ZX. */
export function newOpportunityNumber({ ids }: SandboxState): string {
  return `7-${ids().replaceAll("-", "").slice(-10).toUpperCase()}`;
}
