import { msBetween, type Instant } from "../values/instant";

const dayMs = 86_400_000;

/** Microsoft Entra ends a refresh token that nobody used for so long. */
export const refreshTokenLifeMs = 90 * dayMs;

/** Whole days until then; negative once it is past. */
export const daysUntil = (now: Instant, end: Instant): number => Math.floor(msBetween(now, end) / dayMs);
