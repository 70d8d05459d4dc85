import type { SyncStatus } from "./syncStatus";

/** Everything that decides where an opportunity stands. */
export interface StatusFacts {
  isSyncOn: boolean;
  /** The own referral exists. */
  isShared: boolean;
  /** The own referral is won, lost, declined or expired. */
  isClosed: boolean;
  /** Another run holds the lease. */
  isBeingSent: boolean;
  blockingFindings: number;
  /** Microsoft offers the deal, and nobody has answered. */
  isAnswerOwed: boolean;
  /** Fields changed on both sides. */
  conflicts: number;
  /** Fields changed at Partner Center only. */
  changesThere: number;
  /** Fields changed here, or an invitation, not sent yet. */
  changesHere: number;
  /** What became of the last attempt, if it failed. */
  failure: "none" | "triedAgain" | "needsPerson";
  /** An administrator has switched off sending. */
  isPaused: boolean;
  /** Microsoft has ended its side, and the seller has not gone on without it. */
  hasMicrosoftEnded: boolean;
  /** Microsoft was invited and has not answered. */
  isMicrosoftAsked: boolean;
}

/**
 * The one status of an opportunity, for every combination of facts. Asked in this order, since what comes first makes the
 * rest unimportant: a closed deal takes no change; a switched-off one waits for nobody.
 */
export const statusOf = (facts: StatusFacts): SyncStatus => {
  if (facts.isClosed) return "closed";
  if (!facts.isSyncOn) return "notShared";
  if (facts.isBeingSent) return "sending";
  if (facts.isAnswerOwed && facts.failure === "none") return "needsAttention";
  if (facts.blockingFindings > 0) return "blocked";
  // What is not sent before a person does something waits for more than the values in conflict.
  if (facts.failure === "needsPerson") return "needsAttention";
  // By this maintenance finds what to send once the switch is on again.
  if (facts.isPaused && facts.changesHere > 0) return "queued";
  if (facts.conflicts > 0) return "conflict";
  if (facts.failure === "triedAgain") return "queued";
  if (!facts.isShared) return "ready";
  if (facts.changesHere > 0) return "changedHere";
  if (facts.changesThere > 0) return "changedAtMicrosoft";
  if (facts.hasMicrosoftEnded) return "needsAttention";
  return facts.isMicrosoftAsked ? "waitingOnMicrosoft" : "inSync";
};
