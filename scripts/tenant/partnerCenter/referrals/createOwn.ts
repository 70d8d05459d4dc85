import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { fillLists } from "./fillLists";
import { keepReferral } from "./keepReferral";
import { newReferral } from "./newReferral";
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
  const referral = newReferral(state, {
    engagementId: state.ids(),
    ...state.partner,
    createdByOrganizationId: state.partner.organizationId,
    content,
  });
  keepReferral(state, "created", referral, "api");
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
