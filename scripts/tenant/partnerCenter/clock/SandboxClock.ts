import type { KeyedStore } from "../../identity/KeyedStore";

/** Time of the sandbox: the machine's, moved ahead on demand, and never back. */
export interface SandboxClock {
  /** Milliseconds since 1970 UTC. */
  now: () => number;
  /** How far it runs ahead of the machine, in milliseconds. */
  aheadMs(): number;
  /** `ms` from 0 up; a negative number is a defect of the caller. */
  advanceBy(ms: number): void;
}

const key = "aheadMs";

/** `kept` remembers the lead over a restart, so that no instant given out earlier lies in the future afterwards. */
export function createSandboxClock(machine: () => number, kept: KeyedStore<number>): SandboxClock {
  let latestMs = -Infinity;
  const aheadMs = (): number => kept.get(key) ?? 0;
  return {
    aheadMs,
    now() {
      latestMs = Math.max(latestMs, machine() + aheadMs());
      return latestMs;
    },
    advanceBy(ms) {
      if (!(ms >= 0)) throw new RangeError(`The clock cannot move by ${ms} ms.`);
      kept.set(key, aheadMs() + ms);
    },
  };
}
