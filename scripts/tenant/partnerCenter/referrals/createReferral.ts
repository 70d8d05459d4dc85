import type { Caller } from "../api/Caller";
import { answerJson, type HttpAnswer } from "../http/SandboxAnswer";
import { addressOf } from "../http/SandboxRequest";
import { isAssigned } from "../people/mayReach";
import type { SandboxState } from "../SandboxState";
import type { ApiRefusal } from "./ApiRefusal";
import { createOwn } from "./createOwn";
import { inviteMicrosoft } from "./inviteMicrosoft";
import { parseSentReferral, type SentReferral } from "./parseContent";
import { readJsonBody } from "./readJsonBody";
import { microsoft, type ReferralContent, type StoredReferral } from "./Referral";
import type { ReferralOperation, ReferralRequest } from "./ReferralRequest";
import { refuseAccess, refuseRequest } from "./refuse";
import { asksForHelp } from "./rules/isHelpAsked";
import { viewReferral } from "./viewReferral";

/** `POST /referrals`: an own referral, or with an engagement id the connected one that invites Microsoft. */
export const createReferral: ReferralOperation = (request) => {
  const { state, caller, http } = request;
  const requestId = http.headers["client-request-id"]?.toLowerCase() ?? "";
  const known = state.referrals.get(state.postedRequests.get(requestId) ?? "");
  if (known !== undefined && state.switches.repeatedPost === "sameReferral") return answerCreated(request, known);
  const body = readJsonBody(http);
  if (body.kind === "refused") return body;
  const sent = parseSentReferral(body.value, state);
  if (sent.kind === "refused") return sent;
  const outcome = refuseLocation(state, caller) ?? create(state, sent);
  if (outcome.kind === "refused") return outcome;
  if (state.switches.repeatedPost === "sameReferral") state.postedRequests.set(requestId, outcome.referral.id);
  return answerCreated(request, outcome.referral);
};

function answerCreated({ state, caller, http }: ReferralRequest, referral: StoredReferral): HttpAnswer {
  const view = viewReferral(referral, caller.organizationId, addressOf(http), state.switches);
  return answerJson(Number(state.switches.createdStatus), view, { etag: referral.eTag });
}

/** Differs from the service: no other partner can be invited. */
function create(state: SandboxState, sent: SentReferral): { kind: "created"; referral: StoredReferral } | ApiRefusal {
  const aim = aimOf(sent.content);
  if (aim === "microsoft") return inviteMicrosoft(state, sent);
  if (aim === "self" && sent.engagementId === null) return createDeal(state, sent);
  const message = "Target your own solutions, or Microsoft together with the engagementId of your referral.";
  return refuseRequest("targetNotSupported", message, "/target");
}

function createDeal(state: SandboxState, sent: SentReferral): ReturnType<typeof createOwn> {
  const outcome = createOwn(state, sent.content);
  const invitesToo = state.switches.singlePost === "createsBoth" && sent.content.type === "Shared";
  if (outcome.kind === "created" && invitesToo && asksForHelp(sent.content))
    inviteMicrosoft(state, { ...sent, engagementId: outcome.referral.engagementId });
  return outcome;
}

function aimOf(content: ReferralContent): "self" | "microsoft" | "other" {
  const locations = (content.target ?? []).filter((target) => target.type === "BusinessProfileLocation");
  if (locations.length === 0) return "self";
  return locations.length === 1 && locations[0]?.id?.toLowerCase() === microsoft.organizationId ? "microsoft" : "other";
}

function refuseLocation({ partner }: SandboxState, { person }: Caller): ApiRefusal | null {
  if (person === null || isAssigned(person, partner.mpnId)) return null;
  return refuseAccess("locationNotAssigned", `${person.name} is not assigned to location ${partner.mpnId}.`);
}
