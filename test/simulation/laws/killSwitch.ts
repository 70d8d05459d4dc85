import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";
import { isMove, recordAt } from "./moves";
import { isMicrosofts } from "./pairs";

/** Whether a switch was off all the time between. */
const wasOff = ({ turned }: World, name: string, fromMs: number, untilMs: number): boolean => {
  const turns = turned.filter((turn) => turn.name === name);
  const before = turns.filter(({ atMs }) => atMs <= fromMs).at(-1)?.value ?? "yes";
  return before === "no" && !turns.some(({ atMs }) => atMs > fromMs && atMs <= untilMs);
};

/** Whether a deal's sync was off from then until then. */
const wasSyncOff = ({ history }: World, id: string, fromMs: number, untilMs: number): boolean => {
  const versions = history.rows.filter(({ after, atMs }) => after?.id === id && atMs <= untilMs);
  const first = versions.filter(({ atMs }) => atMs <= fromMs).at(-1);
  const isOff = ({ after }: { after: Row | null }): boolean =>
    plain(after?.attributes["cosell_syncwithpartnercenter"]) !== true;
  // A record that the engine itself makes has its sync on from the beginning, which a run that was stopped may not have noted.
  const isBegun = versions[0]?.by.kind === "engine" && versions.every(isOff);
  return first !== undefined && !isBegun && [first, ...versions.filter(({ atMs }) => atMs > fromMs)].every(isOff);
};

/** Whether an opportunity, there still or deleted since, goes on with the referral of the lead it came from. */
const isOfLead = ({ history }: World, id: string): boolean =>
  history.rows.some(({ after }) => after?.id === id && textOf(after.attributes["originatingleadid"]) !== "");

const sentUnasked = (world: World): string[] =>
  world.history.referrals.flatMap(({ by, before, after, atMs }) => {
    const own = world.sandbox.state.referrals.ofEngagement(after.engagementId).find((one) => !isMicrosofts(one));
    const id = own === undefined ? "" : recordAt(world, own.id, atMs);
    // Whoever gives a deal a referral turns its sync on in the same request.
    if (by.kind !== "engine" || before === undefined || isMove(world, by.name)) return [];
    const isAnswer = before.content.substatus !== after.content.substatus;
    return !isAnswer && !isOfLead(world, id) && wasSyncOff(world, id, world.platform.began.get(by.name) ?? atMs, atMs)
      ? [`${by.name} changed the referral of ${id} while its sync was off`]
      : [];
  });

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
      // Whoever decides a conflict for the value of Partner Center takes it over.
      if (
        by.kind !== "engine" ||
        by.name.includes("ResolveConflict") ||
        (after?.table !== "opportunity" && after?.table !== "lead")
      )
        return [];
      // An opportunity that goes on with its lead's referral takes over what the lead held.
      const isGoneOn = textOf(after.attributes["originatingleadid"]) !== "";
      const isChanged =
        before === undefined ||
        mirroredFields.some(
          ({ here }) =>
            here(before, dataverse.store) !== here(after, dataverse.store) &&
            !(isGoneOn && here(before, dataverse.store) === ""),
        );
      const beganMs = platform.began.get(by.name) ?? atMs;
      return isChanged && wasOff(world, "cosell_InboundEnabled", beganMs, atMs)
        ? [`${by.name} changed ${after.id} while inbound was off`]
        : [];
    });
    return [...sent, ...taken, ...sentUnasked(world)];
  },
};
