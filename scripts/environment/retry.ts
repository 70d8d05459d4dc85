import { toRequestFailure, type RequestFailure } from "./describeFailure";

export interface RetryRules {
  /** Whether the request may run twice: else only what was surely not begun is asked again. */
  isRepeatable: boolean;
  /** Gets a line for each wait. */
  say: (line: string) => void;
  wait: (ms: number) => Promise<void>;
  nowMs: () => number;
}

const maxTries = 6;

/** Whoever does not answer at all is most often not there. */
const maxNetworkTries = 3;

/** A server that asks for more patience is given up. */
const maxWaitMs = 330_000;

/** Failures of the network before anything was sent. */
const notBegun = new Set(["ECONNREFUSED", "EAI_AGAIN"]);
const passing = new Set(["ECONNRESET", "ETIMEDOUT", "EPIPE"]);
const passingStatuses = new Set([500, 502, 503, 504]);

/**
 * Sends a request again while its failure passes by itself, as long as Retry-After says (seconds or a date), else after 1, 2, 4, …
 * seconds. Rejects with the last failure.
 */
export async function withRetry<T>(send: () => Promise<T>, rules: RetryRules): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      const failure = toRequestFailure(error);
      const last = failure.status === undefined ? maxNetworkTries : maxTries;
      const waitMs = retryAfterMs(failure, rules.nowMs()) ?? 1000 * 2 ** (tries - 1);
      if (tries === last || waitMs > maxWaitMs || !isPassing(failure, rules.isRepeatable)) throw error;
      rules.say(`${reasonOf(failure)}: asking again in ${Math.ceil(waitMs / 1000)} s (try ${tries + 1} of ${last}).`);
      await rules.wait(waitMs);
    }
  }
}

function isPassing({ status, code = "" }: RequestFailure, isRepeatable: boolean): boolean {
  if (status === 429) return true;
  if (status !== undefined) return isRepeatable && passingStatuses.has(status);
  return notBegun.has(code) || (isRepeatable && passing.has(code));
}

function retryAfterMs({ headers }: RequestFailure, nowMs: number): number | undefined {
  const text = headers?.["retry-after"]?.trim();
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

const reasonOf = ({ status, message }: RequestFailure): string =>
  status === 429 ? "The environment takes no more requests for now" : `No answer yet (${status ?? message})`;
