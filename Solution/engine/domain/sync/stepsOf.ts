import type { LinkState } from "../link/Link";
import type { FieldMap } from "../mapping/fieldMap";
import type { ReferralValues } from "../mapping/mapReferral";
import type { Opportunity } from "../opportunity/Opportunity";
import { toInvitation, toOwnReferral } from "../referral/referralBodies";
import { toPatch } from "../referral/referralPatch";
import type { SyncStep } from "./SyncPlan";

export const isClosed = ({ memory }: LinkState): boolean => memory.own?.status === "Closed";

/**
 * The writes that Partner Center still lacks, in order. It looks at nothing but what the link knows, so a run that stopped
 * halfway is simply asked again; a deal that is closed there takes none.
 */
export const stepsOf = (
  opportunity: Opportunity,
  state: LinkState,
  wanted: ReferralValues,
  fieldMap: FieldMap,
): SyncStep[] => {
  if (isClosed(state)) return [];
  const invitation: SyncStep[] =
    opportunity.help !== null && state.microsoftReferralId === null
      ? [{ kind: "invite", body: toInvitation(opportunity, state.engagementId, fieldMap) }]
      : [];
  if (state.referralId === null) return [{ kind: "create", body: toOwnReferral(opportunity, fieldMap) }, ...invitation];
  const patch = toPatch(wanted, state.memory.values, fieldMap, state.memory.differences);
  return [...(patch.length > 0 ? [{ kind: "update", eTag: state.eTag, patch } as const] : []), ...invitation];
};
