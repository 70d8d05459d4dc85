import { choices } from "../../Solution/engine/domain/schema";
import type { IconName } from "./Icon";

export type SyncStatus = keyof typeof choices.syncStatus;

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

/** Name of a Sync Status value; an empty column or a value of a later version counts as not shared. */
export const toStatus = (choice: number | null): SyncStatus => {
  const names = Object.keys(choices.syncStatus) as SyncStatus[];
  return names.find((name) => choices.syncStatus[name] === choice) ?? "notShared";
};
