import type { ReferralStore } from "../../../scripts/tenant/partnerCenter/store/ReferralStore";
import { plain, textOf } from "../dataverse/values";
import type { History } from "../world/History";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";

/** Longer than any run lives. */
const runMs = 120_000;

/** When a referral was closed; never, for one that is open or unknown. */
const closedSinceMs = (history: History, referrals: ReferralStore, id: string): number => {
  if (referrals.get(id.toLowerCase())?.content.status !== "Closed") return Infinity;
  const closed = history.referrals.find(
    ({ after }) => after.id === id.toLowerCase() && after.content.status === "Closed",
  );
  return closed?.atMs ?? Infinity;
};

/** What is closed is changed no more by the engine: no referral, no opportunity. */
export const terminal: Law = {
  name: "terminal states",
  findBreaks: ({ history, dataverse, network, sandbox }) => {
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
      const closedMs = closedSinceMs(
        history,
        sandbox.state.referrals,
        textOf(after.attributes["cosell_referralidentifier"]),
      );
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
