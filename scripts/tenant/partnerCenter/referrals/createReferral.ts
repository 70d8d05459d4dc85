import { answerJson } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import type { SandboxState } from "../SandboxState";
import { nextETag } from "./nextETag";
import { fillLists } from "./fillLists";
import { formatInstant } from "./formatInstant";
import { inviteMicrosoft } from "./inviteMicrosoft";
import { parseSentReferral } from "./parseContent";
import { microsoft, type ReferralContent, type StoredReferral } from "./Referral";
import type { ReferralOperation } from "./ReferralRequest";
import { readJsonBody } from "./readJsonBody";
import { refuseBreach, refuseRequest } from "./refuse";
import { asksForHelp } from "./rules/isHelpAsked";
import { findBreach } from "./rules/findBreach";
import { statePairs } from "./rules/statePairs";
import { viewReferral } from "./viewReferral";

/** `POST /referrals`: an own referral, or with an engagement id the connected one that invites Microsoft. */
export const createReferral: ReferralOperation = (request) => {
  const { state, caller, http } = request;
  const body = readJsonBody(http);
  if (body.kind === "refused") return body;
  const sent = parseSentReferral(body.value, state);
  if (sent.kind === "refused") return sent;
  const aim = aimOf(sent.content);
  const outcome =
    aim === "microsoft"
      ? inviteMicrosoft(state, sent)
      : aim === "self" && sent.engagementId === null
        ? createOwn(state, sent.content)
        : refuseRequest(
            "targetNotSupported",
            "Target either your own solutions, or Microsoft with the engagementId of your referral. Differs from the service: other partners cannot be invited here.",
            "/target",
          );
  if (outcome.kind === "refused") return outcome;
  const view = viewReferral(outcome.referral, caller.organizationId, addressOf(http), state.switches);
  return answerJson(Number(state.switches.createdStatus), view, { etag: outcome.referral.eTag });
};

function aimOf(content: ReferralContent): "self" | "microsoft" | "other" {
  const locations = (content.target ?? []).filter((target) => target.type === "BusinessProfileLocation");
  if (locations.length === 0) return "self";
  return locations.length === 1 && locations[0]?.id?.toLowerCase() === microsoft.organizationId ? "microsoft" : "other";
}

function createOwn(
  state: SandboxState,
  sent: ReferralContent,
): { kind: "created"; referral: StoredReferral } | ReturnType<typeof refuseBreach> {
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
