import { msBetween, parseInstant, type Instant } from "../../domain/values/instant";
import type { HttpResponse } from "./Http";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Sun, 22 Nov 2026 21:04:05 GMT`, the one form of dates that HTTP servers write; null for other text. */
const parseHttpDate = (text: string): Instant | null => {
  const [, day = "", month = "", year = "", time = ""] =
    /^\w{3}, (\d{2}) (\w{3}) (\d{4}) ([\d:]{8}) GMT$/.exec(text) ?? [];
  const number = String(months.indexOf(month) + 1).padStart(2, "0");
  const instant = `${year}-${number}-${day}T${time}.000Z`;
  return parseInstant(instant) === null ? null : instant;
};

/** Milliseconds that an answer asks to be left alone, in seconds or as a date; null where it says nothing. */
export const readRetryAfterMs = ({ headers }: HttpResponse, now: Instant): number | null => {
  const text = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const moment = parseHttpDate(text);
  return moment === null ? null : Math.max(0, msBetween(now, moment));
};
