import type { SandboxState } from "../SandboxState";
import { announceReferral } from "../webhooks/announceReferral";
import type { StoredReferral } from "./Referral";

/** By which door a change came: the Referrals API, the pages for sellers, or the service itself. */
export type Channel = "api" | "portal" | "service";

/** Keeps a new or changed referral, and tells those who asked to be told. */
export function keepReferral(
  state: SandboxState,
  what: "created" | "updated",
  referral: StoredReferral,
  channel: Channel,
): void {
  state.referrals.set(referral.id, referral);
  if (channel === "api" && state.switches.ownChangeEvents === "notSent") return;
  announceReferral(state, what, referral);
}
