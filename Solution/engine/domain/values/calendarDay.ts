import { parseDay, parseInstant, printDay } from "./instant";

/** A day without time and zone, such as 2027-01-31. */
export type CalendarDay = string;

const msPerDay = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day a seller chose, from a date column. Such a column holds midnight: in UTC, or, where it was set up as a date with
 * a user's zone, midnight of that zone, which in UTC is up to half a day off. The nearest midnight is the day meant.
 */
export const parseCalendarDay = (text: string): CalendarDay | null => {
  if (pattern.test(text)) return parseDay(text) === null ? null : text;
  const ms = parseInstant(text);
  return ms === null ? null : dayAt(Math.round(ms / msPerDay) * msPerDay);
};

/** The day in UTC of a moment, as services print one, or a day as it is; null for anything else. */
export const parseUtcDay = (text: string): CalendarDay | null => {
  if (pattern.test(text)) return parseCalendarDay(text);
  const ms = parseInstant(text);
  return ms === null ? null : dayAt(ms);
};

/** The day of an instant in UTC. */
export const dayOf = (instant: string): CalendarDay => instant.slice(0, 10);

/** Throws for text that is no day: inside the engine only days go round. */
export const addDays = (day: CalendarDay, days: number): CalendarDay => {
  const ms = parseDay(day);
  if (ms === null) throw new Error(`"${day}" is not a day.`);
  return printDay(ms + days * msPerDay);
};

/** A zone may shift the last day of the year 9999 beyond what a day's text has room for. */
const dayAt = (ms: number): CalendarDay | null => {
  const day = printDay(ms);
  return pattern.test(day) ? day : null;
};
