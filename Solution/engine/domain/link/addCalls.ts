import { dayOf, type CalendarDay } from "../values/calendarDay";
import type { Instant } from "../values/instant";

/** Requests to Partner Center on a day in UTC, as a row holds them. */
export interface CallTally {
  callDay: CalendarDay;
  callCount: number;
}

/** The tally after some more calls; yesterday's are history. */
export const addCalls = ({ callDay, callCount }: CallTally, calls: number, now: Instant): CallTally => {
  const today = dayOf(now);
  return calls === 0
    ? { callDay, callCount }
    : { callDay: today, callCount: (callDay === today ? callCount : 0) + calls };
};
