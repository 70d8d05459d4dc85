const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Beginning of time, for walks through everything. */
export const longAgo = "2000-01-01T00:00:00.000Z";

/**
 * A sweep begins so long before the end of the last one: clocks of Dynamics 365 and Partner Center differ by ten minutes at
 * most, and what was changed then may have become visible a little later.
 */
export const sweepOverlapMs = 15 * minuteMs;

/** Sweeps come no closer than this, as Partner Center asks not to be polled. */
export const sweepEveryMs = 10 * minuteMs;

export const fullPassEveryMs = 7 * dayMs;

/** All audit trails are looked at in this time, whatever else there is to do. */
export const auditPassEveryMs = 7 * dayMs;

/** A transaction that writes a row may end this long after the time it notes in it. */
export const editsOverlapMs = 5 * minuteMs;

/** What stands still for so long will not go on by itself: no run lives longer, no step waits so long. */
export const stuckAfterMs = 10 * minuteMs;

export const registrationEveryMs = 60 * minuteMs;

/** Microsoft Entra ends a refresh token that nobody used for so long; so it was used so long before its end. */
export const signInLifeMs = 90 * dayMs;

/** A stored sign-in that nothing used for so long is used, to keep it. */
export const signInRenewMs = 7 * dayMs;

/** The stored sign-in has to be renewed by a person when it has so long left; using it renews it, so it hardly gets there. */
export const signInWarningMs = 14 * dayMs;
