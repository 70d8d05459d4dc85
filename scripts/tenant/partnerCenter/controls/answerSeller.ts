import { answerHtml, answerJson, answerSeeOther, type HttpAnswer } from "../http/SandboxAnswer";
import { addressOf, type SandboxRequest } from "../http/SandboxRequest";
import { layout } from "../pages/layout";
import { refusedPage } from "../pages/refusedPage";
import { apiErrorBody, type ApiRefusal } from "../referrals/ApiRefusal";
import { microsoft, type StoredReferral } from "../referrals/Referral";
import { viewReferral } from "../referrals/viewReferral";
import type { SandboxState } from "../SandboxState";
import type { Seller } from "../sellers/Seller";
import { isForm } from "./readControlBody";

/** A seller's result: for a form the page of the referral or of the refusal, else JSON as that seller's side would read it. */
export function answerSeller(
  state: SandboxState,
  request: SandboxRequest,
  seller: Seller,
  outcome: { kind: "created" | "changed"; referral: StoredReferral } | ApiRefusal,
): HttpAnswer {
  const fromForm = isForm(request.headers);
  if (outcome.kind === "refused")
    return fromForm
      ? answerHtml(outcome.status, layout(refusedPage(outcome.message, request.headers["referer"] ?? "/")))
      : answerJson(outcome.status, apiErrorBody(outcome));
  const { referral } = outcome;
  if (fromForm) return answerSeeOther(`/referrals/${referral.id}`);
  const viewerId = seller === "partner" ? state.partner.organizationId : microsoft.organizationId;
  const view = viewReferral(referral, viewerId, addressOf(request), state.switches);
  return answerJson(outcome.kind === "created" ? 201 : 200, view, { etag: referral.eTag });
}
