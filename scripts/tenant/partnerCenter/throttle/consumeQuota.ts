import type { ApiOperation } from "../api/ApiCall";
import type { SandboxState } from "../SandboxState";

const reads: readonly ApiOperation[] = ["GET referral", "GET referrals"];
const writes: readonly ApiOperation[] = ["POST referral", "PATCH referral", "PUT referral"];

/**
 * Counts a call of the Referrals API against the limits in force: null when it may go on, else the seconds until it may.
 * A refused call counts for nothing. Writes stand under both limits, since they are throttled sooner.
 */
export function consumeQuota(state: SandboxState, operation: ApiOperation): number | null {
  const isWrite = writes.includes(operation);
  if (!isWrite && !reads.includes(operation)) return null;
  const { requestLimit, writeLimit } = state.switches;
  const nowMs = state.clock();
  const waits = [
    waitMs(state.turns.all, requestLimit, nowMs),
    isWrite ? waitMs(state.turns.writes, writeLimit, nowMs) : 0,
  ];
  const longestMs = Math.max(...waits);
  if (longestMs > 0) return Math.ceil(longestMs / 1000);
  if (requestLimit !== "off") state.turns.all.push(nowMs);
  if (isWrite && writeLimit !== "off") state.turns.writes.push(nowMs);
  return null;
}

/** How long until one more call fits into the sliding window; forgets the turns that have left it. */
function waitMs(turns: number[], limit: string, nowMs: number): number {
  const [, calls, seconds] = /^(\d+)per(\d+)s$/.exec(limit) ?? [];
  if (calls === undefined || seconds === undefined) return 0;
  const windowMs = Number(seconds) * 1000;
  while (turns[0] !== undefined && turns[0] <= nowMs - windowMs) turns.shift();
  const oldest = turns.at(-Number(calls));
  return oldest === undefined ? 0 : oldest + windowMs - nowMs;
}
