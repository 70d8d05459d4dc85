import { civilFromDays, daysFromCivil, pad, parseInstant } from "./instant";

/** A day without time and zone, such as 2027-01-31. */
export type CalendarDay = string;

const msPerDay = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const printDay = (days: number): CalendarDay => {
  const { year, month, day } = civilFromDays(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/**
 * The day a seller chose, from a date column. Such a column holds midnight: in UTC, or, where it was set up as a date with
 * a user's zone, midnight of that zone, which in UTC is up to half a day off. The nearest midnight is the day meant.
 */
export const parseCalendarDay = (text: string): CalendarDay | null => {
  if (pattern.test(text)) return parseInstant(`${text}T00:00:00Z`) === null ? null : text;
  const ms = parseInstant(text);
  return ms === null ? null : printDay(Math.round(ms / msPerDay));
};

/** The day in UTC of a moment, as services print one, or a day as it is; null for anything else. */
export const parseUtcDay = (text: string): CalendarDay | null => {
  if (pattern.test(text)) return parseCalendarDay(text);
  const ms = parseInstant(text);
  return ms === null ? null : printDay(Math.floor(ms / msPerDay));
};

/** The day of an instant in UTC. */
export const dayOf = (instant: string): CalendarDay => instant.slice(0, 10);

export const addDays = (day: CalendarDay, days: number): CalendarDay => {
  const [, year, month, date] = pattern.exec(day) ?? [];
  return printDay(daysFromCivil(Number(year), Number(month), Number(date)) + days);
};
