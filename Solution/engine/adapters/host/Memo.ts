import { addMs } from "../../domain/values/instant";
import type { Clock } from "../../ports/Clock";
import type { Host } from "./Host";

/** Short-lived memory of the host's process; it may forget at any time. */
export interface Memo {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, lifeMs: number): Promise<void>;
}

export const createMemo = (host: Host, clock: Clock): Memo => ({
  get: async (key) => (await host.demand<{ value: string | null }>("memo.get", { key })).value,
  put: async (key, value, lifeMs) => {
    await host.demand("memo.put", { key, value, expiresOn: addMs(await clock.now(), lifeMs) });
  },
});
