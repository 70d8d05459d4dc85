import type { SyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import { statusLooks, type StatusLook } from "../statuses";

/** A status of the connector, or Paused: a referral exists, and the seller has switched its sync off. */
export type ShownStatus = SyncStatus | "paused";

export const shownStatusLooks: Readonly<Record<ShownStatus, StatusLook>> = {
  ...statusLooks,
  paused: { icon: "pause", tone: "neutral" },
};

export interface StatusFacts {
  /** Status that the last sync left. */
  stored: SyncStatus;
  /** The toggle as it stands on the form. */
  isSyncOn: boolean;
  /** A referral exists in Partner Center. */
  isShared: boolean;
  /** Blocking findings on the form as it stands; null while they are not known. */
  blockingCount: number | null;
}

/** Statuses about what is missing; they are outdated as soon as the seller edits the form. */
const aboutForm: readonly SyncStatus[] = ["notShared", "blocked", "ready"];

/**
 * The status to show: what the server left, corrected by what stands on the form. Only what is missing can be judged
 * here; what happened between the two sides is the server's to say.
 */
export const toShownStatus = ({ stored, isSyncOn, isShared, blockingCount }: StatusFacts): ShownStatus => {
  if (stored === "closed") return "closed";
  if (!isSyncOn) return isShared ? "paused" : "notShared";
  if (!aboutForm.includes(stored)) return stored;
  const settled = isShared ? "changedHere" : "ready";
  if (blockingCount === null) return stored === "notShared" ? settled : stored;
  return blockingCount > 0 ? "blocked" : settled;
};
