import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { ReferralVersion } from "../world/History";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { wasMoved } from "./moves";
import { isMicrosofts } from "./pairs";

const repeated = (referrals: readonly StoredReferral[], keyOf: (referral: StoredReferral) => string): string[] => {
  const counts = new Map<string, number>();
  for (const referral of referrals) counts.set(keyOf(referral), (counts.get(keyOf(referral)) ?? 0) + 1);
  return [...counts]
    .filter(([key, count]) => key !== "" && count > 1)
    .map(([key, count]) => `${count} referrals of ${key}`);
};

/** Whoever has just made a deal may ask Microsoft in the very moment in which it joins by itself. */
const momentMs = 60_000;

/** Microsoft's referrals but for those that appeared by themselves a moment before they were asked for. */
const asked = ({ history }: World, all: readonly StoredReferral[]): readonly StoredReferral[] => {
  const beginnings = history.referrals.filter(({ before, after }) => before === undefined && isMicrosofts(after));
  const isMet = ({ after, by, atMs }: ReferralVersion): boolean =>
    by.kind === "person" &&
    beginnings.some(
      (other) =>
        other.by.kind === "engine" &&
        other.after.engagementId === after.engagementId &&
        other.atMs >= atMs &&
        other.atMs - atMs < momentMs,
    );
  const met = beginnings.filter(isMet).map(({ after }) => after.id);
  return all.filter((one) => isMicrosofts(one) && !met.includes(one.id));
};

/** At most one referral per opportunity, and one of Microsoft's per deal. */
export const oneReferral: Law = {
  name: "one referral",
  findBreaks: (world) => {
    const all = [...world.sandbox.state.referrals.values()];
    return [
      ...repeated(
        all.filter((one) => !isMicrosofts(one) && !wasMoved(world, one.id)),
        ({ content }) => content.externalReferenceId?.toLowerCase() ?? "",
      ),
      ...repeated(asked(world, all), ({ engagementId }) => `engagement ${engagementId}`),
    ];
  },
};
