import { done, failed, type Outcome } from "../domain/Outcome";
import { toFailure } from "../domain/Failure";
import { isFailureCode } from "../domain/failureKinds";
import { addMs, msBetween, parseInstant, type Instant } from "../domain/instant";
import type { Clock } from "../ports/Clock";
import type { Host } from "./Host";

export interface HttpRequest {
  method: "GET" | "POST" | "PATCH";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface HttpResponse {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Sends one request and waits for its answer; an answer of any status is `done`. */
export type SendHttp = (request: HttpRequest) => Promise<Outcome<HttpResponse>>;

const timeoutMs = 15_000;
/** Kept back so that the outcome can still be stored. */
const reserveMs = 10_000;
const leastMs = 3000;

/** Requests over the bridge, within the time that the platform gives this run. */
export const createSendHttp = (host: Host, clock: Clock, start: Instant, budgetMs: number): SendHttp => {
  const end = addMs(start, budgetMs - reserveMs);
  return async (request) => {
    const leftMs = msBetween(await clock.now(), end);
    if (leftMs < leastMs) return failed(toFailure("host.outOfTime", `${leftMs} ms are left for ${request.url}`));
    const args = { ...request, timeoutMs: Math.floor(Math.min(timeoutMs, leftMs)) };
    const answer = await host.call<HttpResponse>("http.send", args);
    if (answer.ok) return done(answer.value);
    return failed(toFailure(isFailureCode(answer.code) ? answer.code : "host.unexpected", answer.message));
  };
};

/** Milliseconds that an answer asks to be left alone, by Retry-After in seconds or as a date; null where it says nothing. */
export const readRetryAfterMs = ({ headers }: HttpResponse, now: Instant): number | null => {
  const text = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const moment = parseHttpDate(text);
  return moment === null ? null : Math.max(0, msBetween(now, moment));
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Sun, 22 Nov 2026 21:04:05 GMT`, the one form of dates that HTTP servers write. */
const parseHttpDate = (text: string): Instant | null => {
  const [, day = "", month = "", year = "", time = ""] =
    /^\w{3}, (\d{2}) (\w{3}) (\d{4}) ([\d:]{8}) GMT$/.exec(text) ?? [];
  const number = String(months.indexOf(month) + 1).padStart(2, "0");
  const iso = `${year}-${number}-${day}T${time}.000Z`;
  return parseInstant(iso) === null ? null : iso;
};
