import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Law } from "./Law";
import { isMicrosofts } from "./pairs";

const repeated = (referrals: readonly StoredReferral[], keyOf: (referral: StoredReferral) => string): string[] => {
  const counts = new Map<string, number>();
  for (const referral of referrals) counts.set(keyOf(referral), (counts.get(keyOf(referral)) ?? 0) + 1);
  return [...counts]
    .filter(([key, count]) => key !== "" && count > 1)
    .map(([key, count]) => `${count} referrals of ${key}`);
};

/** At most one referral per opportunity, and one of Microsoft's per deal. */
export const oneReferral: Law = {
  name: "one referral",
  findBreaks: ({ sandbox }) => {
    const all = [...sandbox.state.referrals.values()];
    return [
      ...repeated(
        all.filter((one) => !isMicrosofts(one)),
        ({ content }) => content.externalReferenceId?.toLowerCase() ?? "",
      ),
      ...repeated(all.filter(isMicrosofts), ({ engagementId }) => `engagement ${engagementId}`),
    ];
  },
};
