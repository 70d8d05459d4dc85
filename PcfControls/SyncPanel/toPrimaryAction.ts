import type { ShownStatus } from "../shared/deal/toShownStatus";

/** The one thing a seller most likely wants to do next. */
export type PrimaryAction =
  | { kind: "syncNow"; wordsKey: "Action_SaveAndSync" | "Action_TryAgain" }
  | { kind: "turnOn" }
  | { kind: "goToField"; column: string }
  | { kind: "openReferral"; url: string };

export interface ActionFacts {
  status: ShownStatus;
  /** Column of the first blocking finding that has one. */
  firstColumn: string | null;
  referralLink: string | null;
  canSyncNow: boolean;
  /** The opportunity was saved, and the user may change its column Sync with Partner Center. */
  canTurnOn: boolean;
  /** Nothing failed that could be tried again: Microsoft offers the deal, or has left it, or sending is switched off. */
  isStanding: boolean;
}

const syncWords: Readonly<Partial<Record<ShownStatus, Extract<PrimaryAction, { kind: "syncNow" }>["wordsKey"]>>> = {
  ready: "Action_SaveAndSync",
  changedHere: "Action_SaveAndSync",
  queued: "Action_TryAgain",
  needsAttention: "Action_TryAgain",
};

/** Primary action of the panel's header; null when there is nothing sensible to do. */
export const toPrimaryAction = ({
  status,
  firstColumn,
  referralLink,
  canSyncNow,
  canTurnOn,
  isStanding,
}: ActionFacts): PrimaryAction | null => {
  if (status === "notShared" || status === "paused") return canTurnOn ? { kind: "turnOn" } : null;
  if (status === "blocked") return firstColumn === null ? null : { kind: "goToField", column: firstColumn };
  const wordsKey = isStanding ? undefined : syncWords[status];
  if (wordsKey) return canSyncNow ? { kind: "syncNow", wordsKey } : null;
  return referralLink === null ? null : { kind: "openReferral", url: referralLink };
};
