import { toFailure, type Failure } from "../failure/Failure";
import { addDays, dayOf } from "../values/calendarDay";
import { msBetween, type Instant } from "../values/instant";

/**
 * Whose calls they are: `people` asked for them by hand, `records` follow edits and Partner Center's events, `background` are
 * sweeps and backfills that look through everything.
 */
export type CallShare = "people" | "records" | "background";

/** Part of the day's calls that sweeps, full passes and backfills may use; the rest is kept for edits and for events. */
export const backgroundPart = 0.8;

/**
 * Why one more call to Partner Center may not be made today; null when it may. What people do by hand is counted, and never
 * refused: they are few, and they wait for the answer. The budget begins anew at midnight UTC, as the
 * days are counted.
 */
export const refuseCall = (spent: number, budget: number, share: CallShare, now: Instant): Failure | null => {
  if (share === "people") return null;
  const limit = share === "background" ? Math.floor(budget * backgroundPart) : budget;
  if (spent < limit) return null;
  const midnight = `${addDays(dayOf(now), 1)}T00:00:00.000Z`;
  return toFailure("budget.spent", `${spent} of ${limit} calls are spent`, msBetween(now, midnight));
};
