import { plain, textOf } from "../dataverse/values";
import type { RowChange } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";

/** Longer than any run lives. */
const runMs = 120_000;

/** Whether a version of a link knows that its referral is closed. */
const isKnownClosed = ({ after }: RowChange, id: string): boolean => {
  if (after?.table !== "cosell_link" || textOf(after.attributes["cosell_referralidentifier"]).toLowerCase() !== id)
    return false;
  const memory = JSON.parse(textOf(after.attributes["cosell_lastagreedvalues"]) || "{}") as {
    own?: { status?: string } | null;
  };
  return memory.own?.status === "Closed";
};

/**
 * When a referral was closed; never, for one that is open or unknown. Of a run that closed it and was stopped before it could
 * store anything, nobody knows before a link does.
 */
const closedSinceMs = ({ history, sandbox, platform }: World, referralId: string): number => {
  const id = referralId.toLowerCase();
  if (sandbox.state.referrals.get(id)?.content.status !== "Closed") return Infinity;
  const closed = history.referrals.find(({ after }) => after.id === id && after.content.status === "Closed");
  const isUnknown = closed?.by.kind === "engine" && platform.endOf(closed.by.name) !== "kept";
  const known = isUnknown ? history.rows.find((change) => isKnownClosed(change, id)) : closed;
  return known?.atMs ?? Infinity;
};

/** What is closed is changed no more by the engine: no referral, no opportunity. */
export const terminal: Law = {
  name: "terminal states",
  findBreaks: (world) => {
    const { history, dataverse, network } = world;
    const referrals = history.referrals
      .filter(({ before, by }) => by.kind === "engine" && before?.content.status === "Closed")
      .filter(
        ({ before, after }) =>
          JSON.stringify({ ...before?.content, registrations: null }) !==
          JSON.stringify({ ...after.content, registrations: null }),
      )
      .map(({ by, after }) => `${by.name} changed the closed referral ${after.id}`);
    const opportunities = history.rows.flatMap(({ atMs, before, after, by }) => {
      if (by.kind !== "engine" || before?.table !== "opportunity" || !after) return [];
      if (plain(before.attributes["statecode"]) === 0) return [];
      const isReopened = plain(after.attributes["statecode"]) !== plain(before.attributes["statecode"]);
      const isChanged = mirroredFields.some(
        ({ here }) => here(before, dataverse.store) !== here(after, dataverse.store),
      );
      // The run that closes the deal on both sides takes over what was typed there before.
      const closedMs = closedSinceMs(world, textOf(after.attributes["cosell_referralidentifier"]));
      return isReopened || (isChanged && closedMs + runMs < atMs)
        ? [`${by.name} changed the closed opportunity ${after.id}`]
        : [];
    });
    // A patch with an older tag is how a run learns of the end.
    const stubborn = network.calls
      .filter(({ method, wasClosed, status }) => method === "PATCH" && wasClosed && status === 400)
      .map(({ by, path }) => `${by} patched the closed ${path} though it had seen that`);
    return [...referrals, ...opportunities, ...stubborn];
  },
};
