import type { SyncStatus } from "../../Solution/engine/domain/sync/syncStatus";
import type { IconName } from "./Icon";

/** How much a status asks for the seller's eye; decides colours, never alone. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export interface StatusLook {
  icon: IconName;
  tone: Tone;
}

export const statusLooks: Readonly<Record<SyncStatus, StatusLook>> = {
  notShared: { icon: "none", tone: "neutral" },
  blocked: { icon: "warning", tone: "warning" },
  ready: { icon: "check", tone: "info" },
  queued: { icon: "clock", tone: "info" },
  sending: { icon: "refresh", tone: "info" },
  waitingOnMicrosoft: { icon: "hourglass", tone: "info" },
  inSync: { icon: "check", tone: "success" },
  changedHere: { icon: "arrowUp", tone: "info" },
  changedAtMicrosoft: { icon: "arrowDown", tone: "info" },
  conflict: { icon: "bothWays", tone: "warning" },
  needsAttention: { icon: "cross", tone: "danger" },
  closed: { icon: "lock", tone: "neutral" },
};
