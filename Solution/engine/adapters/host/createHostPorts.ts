import type { Clock } from "../../ports/Clock";
import type { Digest } from "../../ports/Digest";
import type { Ids } from "../../ports/Ids";
import type { Trace } from "../../ports/Trace";
import type { Host } from "./Host";

/** The ports that one operation of the host answers each. */
export const createHostPorts = (host: Host): { clock: Clock; ids: Ids; digest: Digest; trace: Trace } => ({
  clock: { now: async () => (await host.demand<{ now: string }>("clock.now", {})).now },
  ids: { next: async () => (await host.demand<{ id: string }>("id.new", {})).id.toLowerCase() },
  digest: { sha256: async (text) => (await host.demand<{ hex: string }>("crypto.sha256", { text })).hex.toLowerCase() },
  trace: {
    note: async (text) => {
      await host.call("trace", { text });
    },
  },
});
