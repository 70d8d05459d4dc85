import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";

/** Whether a switch was off all the time between. */
const wasOff = ({ turned }: World, name: string, fromMs: number, untilMs: number): boolean => {
  const turns = turned.filter((turn) => turn.name === name);
  const before = turns.filter(({ atMs }) => atMs <= fromMs).at(-1)?.value ?? "yes";
  return before === "no" && !turns.some(({ atMs }) => atMs > fromMs && atMs <= untilMs);
};

/** While an administrator has switched a direction off, nothing goes that way. */
export const killSwitch: Law = {
  name: "kill switch",
  findBreaks: (world) => {
    const { network, platform, history, dataverse } = world;
    const sent = network.calls
      .filter(({ method, path }) => method !== "GET" && path.includes("/referrals"))
      .filter(({ by, sentMs }) => wasOff(world, "cosell_OutboundEnabled", platform.began.get(by) ?? sentMs, sentMs))
      .map(({ by, method }) => `${by} sent a ${method} while outbound was off`);
    const taken = history.rows.flatMap(({ atMs, by, before, after }) => {
      if (by.kind !== "engine" || after?.table !== "opportunity") return [];
      const isChanged =
        before === undefined ||
        mirroredFields.some(({ here }) => here(before, dataverse.store) !== here(after, dataverse.store));
      const beganMs = platform.began.get(by.name) ?? atMs;
      return isChanged && wasOff(world, "cosell_InboundEnabled", beganMs, atMs)
        ? [`${by.name} changed ${after.id} while inbound was off`]
        : [];
    });
    return [...sent, ...taken];
  },
};
