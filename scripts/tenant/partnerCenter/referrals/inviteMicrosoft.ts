import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { formatInstant } from "./formatInstant";
import { nextETag } from "./nextETag";
import type { SentReferral } from "./parseContent";
import { microsoft, type StoredReferral } from "./Referral";
import { refuseBreach, refuseRequest } from "./refuse";
import { findBreach } from "./rules/findBreach";
import { storeChange } from "./storeChange";

/** How long Microsoft has to answer an invitation before it expires. */
const responseTimeMs = 14 * 24 * 60 * 60 * 1000;

/** Creates Microsoft's referral of an engagement, which waits for Microsoft's answer. */
export function inviteMicrosoft(
  state: SandboxState,
  { content: sent, engagementId }: SentReferral,
): { kind: "created"; referral: StoredReferral } | ApiRefusal {
  if (engagementId === null)
    return refuseRequest(
      "engagementRequired",
      "A connected referral needs the engagementId of yours.",
      "/engagementId",
    );
  const engagement = state.referrals.ofEngagement(engagementId.toLowerCase());
  const content = {
    ...fillLists(sent),
    status: "New" as const,
    substatus: "Pending" as const,
    ...(sent.consent === undefined ? {} : { consent: makeVisible(sent.consent) }),
  };
  const breach = findBreach({ purpose: "invitation", content, before: null, engagement }, state);
  if (breach !== null) return refuseBreach(breach, state.switches);
  const nowMs = state.clock();
  const referral: StoredReferral = {
    id: state.ids(),
    engagementId: engagementId.toLowerCase(),
    ...microsoft,
    createdByOrganizationId: state.partner.organizationId,
    mpnId: null,
    createdDateTime: formatInstant(nowMs),
    updatedDateTime: formatInstant(nowMs),
    expirationDateTime: formatInstant(nowMs + responseTimeMs),
    acceptedDateTime: null,
    closedDateTime: null,
    eTag: nextETag(null, nowMs, state.random),
    microsoftMsxId: null,
    content: { ...content, inviteContext: { ...content.inviteContext, invitedBy: invitedBy(state) } },
  };
  state.referrals.set(referral.id, referral);
  shareOwnReferral(state, engagement);
  return { kind: "created", referral };
}

function invitedBy({ partner }: SandboxState): { organizationId: string; organizationName: string } {
  return { organizationId: partner.organizationId, organizationName: partner.organizationName };
}

/** Absent means yes, since help is asked for; an outspoken no is left to the rule. */
function makeVisible(consent: NonNullable<SentReferral["content"]["consent"]>): typeof consent {
  const visible = consent.consentToShareReferralWithMicrosoftSellers ?? true;
  return { ...consent, consentToShareReferralWithMicrosoftSellers: visible };
}

/** A private or partner-led deal becomes a co-sell deal; one that is one already stays untouched, its eTag too. */
function shareOwnReferral(state: SandboxState, engagement: readonly StoredReferral[]): void {
  const own = engagement.find((referral) => referral.organizationId === state.partner.organizationId);
  if (own === undefined) return;
  const { content } = own;
  if (content.type === "Shared" && content.consent?.consentToShareReferralWithMicrosoftSellers === true) return;
  const consent = { ...content.consent, consentToShareReferralWithMicrosoftSellers: true };
  storeChange(state, own, { ...content, type: "Shared", consent });
}
