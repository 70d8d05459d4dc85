import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { keepReferral } from "./keepReferral";
import { newReferral } from "./newReferral";
import type { SentReferral } from "./parseContent";
import { microsoft, type StoredReferral } from "./Referral";
import { refuseBreach, refuseRequest } from "./refuse";
import { findBreach } from "./rules/findBreach";
import { storeChange } from "./storeChange";

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
  const referral = newReferral(state, {
    engagementId: engagementId.toLowerCase(),
    ...microsoft,
    createdByOrganizationId: state.partner.organizationId,
    mpnId: null,
    content: { ...content, inviteContext: { ...content.inviteContext, invitedBy: invitedBy(state) } },
  });
  keepReferral(state, "created", referral, "api");
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
  storeChange(state, own, { content: { ...content, type: "Shared", consent } }, "api");
}
