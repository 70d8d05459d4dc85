import { refuseCall } from "../../domain/maintenance/refuseCall";
import { dayOf } from "../../domain/values/calendarDay";
import { addMs, msBetween, type Instant } from "../../domain/values/instant";
import type { CallCounter } from "../../ports/CallCounter";
import type { Clock } from "../../ports/Clock";
import { addConnectionCalls, readCallsOf } from "../dataverse/callTallies";
import type { Host } from "../host/Host";
import type { Memo } from "../host/Memo";

/** How long a sum of all rows is good, with the calls of this process on top. */
const rememberMs = 60_000;
/** Calls of no link are stored when there are so many, or when the oldest is a minute old. */
const keptAtOnce = 25;
const dayMs = 86_400_000;

/** The day's calls, asked before each and told after it. */
export interface CallBudget extends CallCounter {
  spend(): Promise<void>;
}

/** Calls as remembered in the host's process. */
interface Spent {
  count: number;
  until: Instant;
}

/**
 * Counts calls of this run, and knows those of the day from the rows that hold them. Where the rows cannot be read, nobody is
 * kept from working: the budget is a promise to Microsoft, not a rule of Dynamics 365.
 */
export const createCallBudget = (host: Host, memo: Memo, clock: Clock): CallBudget => {
  let untaken = 0;
  const keyOf = (day: string): string => `calls ${day}`;
  const unkeptKey = "calls of no link";

  const remember = (now: Instant, spent: Spent): Promise<void> =>
    memo.put(keyOf(dayOf(now)), JSON.stringify(spent), dayMs);

  const recall = async (now: Instant): Promise<Spent | null> => {
    const text = await memo.get(keyOf(dayOf(now)));
    return text === null ? null : (JSON.parse(text) as Spent);
  };

  /** Calls of runs that have not come to their end are in no row yet, and this process knows of its own. */
  const read = async (now: Instant, known: Spent | null): Promise<Spent> => {
    const stored = (await readCallsOf(host, dayOf(now))) ?? 0;
    const spent = { count: Math.max(stored, known?.count ?? 0), until: addMs(now, rememberMs) };
    await remember(now, spent);
    return spent;
  };

  return {
    refuse: async (dailyCallBudget, share) => {
      const now = await clock.now();
      const known = await recall(now);
      const { count } = known !== null && known.until > now ? known : await read(now, known);
      return refuseCall(count, dailyCallBudget, share, now);
    },

    spend: async () => {
      untaken += 1;
      const now = await clock.now();
      const spent = await recall(now);
      if (spent !== null) await remember(now, { ...spent, count: spent.count + 1 });
    },

    take: () => {
      const calls = untaken;
      untaken = 0;
      return calls;
    },

    keep: async () => {
      if (untaken === 0) return;
      const now = await clock.now();
      const text = await memo.get(unkeptKey);
      const before = text === null ? { count: 0, since: now } : (JSON.parse(text) as { count: number; since: Instant });
      const count = before.count + untaken;
      untaken = 0;
      const isDue = count >= keptAtOnce || msBetween(before.since, now) >= rememberMs;
      if (isDue) await addConnectionCalls(host, count, now);
      await memo.put(unkeptKey, JSON.stringify({ count: isDue ? 0 : count, since: isDue ? now : before.since }), dayMs);
    },
  };
};
