import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { formatInstant } from "./formatInstant";
import { nextETag } from "./nextETag";
import type { ReferralContent, StoredReferral } from "./Referral";
import { refuseBreach } from "./refuse";
import { findBreach } from "./rules/findBreach";
import { asksForHelp } from "./rules/isHelpAsked";
import { statePairs } from "./rules/statePairs";

/** Creates a referral of the partner, which begins an engagement. */
export function createOwn(
  state: SandboxState,
  sent: ReferralContent,
): { kind: "created"; referral: StoredReferral } | ApiRefusal {
  const content = prepareOwn(sent, state);
  const breach = findBreach({ purpose: "own", content, before: null, engagement: [] }, state);
  if (breach !== null) return refuseBreach(breach, state.switches);
  const nowMs = state.clock();
  const now = formatInstant(nowMs);
  const referral: StoredReferral = {
    id: state.ids(),
    engagementId: state.ids(),
    ...state.partner,
    createdByOrganizationId: state.partner.organizationId,
    createdDateTime: now,
    updatedDateTime: now,
    expirationDateTime: null,
    acceptedDateTime: content.status === "New" ? null : now,
    closedDateTime: content.status === "Closed" ? now : null,
    eTag: nextETag(null, nowMs, state.random),
    microsoftMsxId: null,
    content,
  };
  state.referrals.set(referral.id, referral);
  return { kind: "created", referral };
}

/** A partner has accepted its own deal by making it: a body that says New means Active. */
function prepareOwn(sent: ReferralContent, { switches }: SandboxState): StoredReferral["content"] {
  const content = { ...fillLists(sent), ...(sent.consent === undefined ? {} : { consent: fillVisibility(sent) }) };
  const status = sent.status ?? "New";
  const substatus = sent.substatus ?? (status === "Active" ? "Accepted" : "Pending");
  const isAllowed =
    statePairs[status].includes(substatus) || (substatus === "Accepted" && switches.newWithAccepted === "accepted");
  if (status === "New" && isAllowed && switches.ownCreateState === "activeAccepted")
    return { ...content, status: "Active", substatus: "Accepted" };
  return { ...content, status, substatus };
}

/** A deal that asks Microsoft for help is visible to Microsoft, unless the body says an outspoken no. */
function fillVisibility(sent: ReferralContent): NonNullable<ReferralContent["consent"]> {
  const visible = sent.consent?.consentToShareReferralWithMicrosoftSellers ?? asksForHelp(sent);
  return { ...sent.consent, consentToShareReferralWithMicrosoftSellers: visible };
}
