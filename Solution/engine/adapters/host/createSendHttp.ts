import { toFailure } from "../../domain/failure/Failure";
import { isFailureCode } from "../../domain/failure/failureKinds";
import { addMs, msBetween, type Instant } from "../../domain/values/instant";
import { done, failed } from "../../domain/failure/Outcome";
import type { Clock } from "../../ports/Clock";
import type { Host } from "./Host";
import type { HttpResponse, SendHttp } from "./Http";

const timeoutMs = 15_000;
/** Kept back so that the outcome can still be stored. */
const reserveMs = 10_000;
const leastMs = 3000;

/** Requests over the bridge, within the time that the platform gives a run that started then. */
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
