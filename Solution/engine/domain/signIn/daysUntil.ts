import { msBetween, type Instant } from "../values/instant";

/** Whole days until then; negative once it is past. */
export const daysUntil = (now: Instant, end: Instant): number => Math.floor(msBetween(now, end) / 86_400_000);
