/** A moment as ISO 8601 UTC text with milliseconds, such as 2026-11-22T21:04:05.000Z: sorts as time does. */
export type Instant = string;

// Partner Center prints seven fractional digits, and some services an offset in place of Z.
const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Milliseconds since 1970 of the beginning of a day such as 2026-11-22 in UTC; null for a day that no calendar has. */
export const parseDay = (day: string): number | null => {
  const [year, month, date] = day.split("-").map(Number);
  const ms = new Date(0).setUTCFullYear(year ?? NaN, (month ?? NaN) - 1, date);
  return printDay(ms) === day ? ms : null;
};

/** The day in UTC of a moment in milliseconds since 1970. */
export const printDay = (ms: number): string => (Number.isNaN(ms) ? "" : printInstant(ms).slice(0, 10));

/** Milliseconds since 1970 of ISO 8601 text with a zone; null for anything else. Digits after the third are dropped. */
export const parseInstant = (text: string): number | null => {
  const found = pattern.exec(text);
  if (!found) return null;
  const [, day = "", hour, minute, second = "0", fraction = "", sign, offsetHour, offsetMinute] = found;
  const dayMs = parseDay(day);
  if (dayMs === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const offset = sign ? (Number(offsetHour) * 60 + Number(offsetMinute)) * 60 * (sign === "-" ? -1 : 1) : 0;
  return dayMs + (time - offset) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
};

export const printInstant = (ms: number): Instant => new Date(ms).toISOString();

/** Throws for text that is no instant: inside the engine only instants go round. */
export const toMs = (instant: Instant): number => {
  const ms = parseInstant(instant);
  if (ms === null) throw new Error(`"${instant}" is not an instant.`);
  return ms;
};

export const addMs = (instant: Instant, ms: number): Instant => printInstant(toMs(instant) + ms);

/** From `earlier` to `later`; negative when they are the other way round. */
export const msBetween = (earlier: Instant, later: Instant): number => toMs(later) - toMs(earlier);
