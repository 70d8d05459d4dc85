/** A moment as ISO 8601 UTC text with milliseconds, such as 2026-11-22T21:04:05.000Z: sorts as time does. */
export type Instant = string;

const msPerDay = 86_400_000;

// Partner Center prints seven fractional digits, and some services an offset in place of Z.
const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Days since 1970-01-01 in the Gregorian calendar; months count from 1. Years begin in March here: leap days come last. */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Inverse of `daysFromCivil`. */
export const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
};

export const pad = (value: number, length: number): string => String(value).padStart(length, "0");

/** Milliseconds since 1970 of ISO 8601 text with a zone; null for anything else. Digits after the third are dropped. */
export const parseInstant = (text: string): number | null => {
  const found = pattern.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = "0", fraction = "", sign, offsetHour, offsetMinute] = found;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const civil = civilFromDays(days);
  if (civil.month !== Number(month) || civil.day !== Number(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const offset = sign ? (Number(offsetHour) * 60 + Number(offsetMinute)) * 60 * (sign === "-" ? -1 : 1) : 0;
  return days * msPerDay + (time - offset) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
};

export const printInstant = (ms: number): Instant => {
  const days = Math.floor(ms / msPerDay);
  const { year, month, day } = civilFromDays(days);
  const rest = ms - days * msPerDay;
  const time = [3_600_000, 60_000, 1000].map((unit, place) => Math.floor(rest / unit) % (place === 0 ? 24 : 60));
  const clock = time.map((part) => pad(part, 2)).join(":");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock}.${pad(rest % 1000, 3)}Z`;
};

/** Throws for text that is no instant: inside the engine only instants go round. */
export const toMs = (instant: Instant): number => {
  const ms = parseInstant(instant);
  if (ms === null) throw new Error(`"${instant}" is not an instant.`);
  return ms;
};

export const addMs = (instant: Instant, ms: number): Instant => printInstant(toMs(instant) + ms);

/** From `earlier` to `later`; negative when they are the other way round. */
export const msBetween = (earlier: Instant, later: Instant): number => toMs(later) - toMs(earlier);
