import { reviewRegistration } from "../dealRegistrations/reviewRegistration";
import { createInboundReferral } from "../inbound/createInboundReferral";
import { acceptReferral } from "../sellers/acceptReferral";
import { closeReferral } from "../sellers/closeReferral";
import { declineReferral } from "../sellers/declineReferral";
import { editReferral } from "../sellers/editReferral";
import type { Seller } from "../sellers/Seller";
import type { SellerAction } from "../sellers/SellerAction";
import { answerSeller } from "./answerSeller";
import type { Control, ControlTable } from "./Control";
import { readControlBody } from "./readControlBody";

const act =
  (seller: Seller, action: SellerAction): Control =>
  (state, request, { id }) =>
    answerSeller(state, request, seller, action(state, seller, id, readControlBody(request) ?? {}));

/** What sellers do in Partner Center; `{id}` may name any referral of the deal, the seller's own side is changed. */
export const sellerControls: ControlTable = {
  "POST /sandbox/microsoft/referrals": (state, request) =>
    answerSeller(state, request, "partner", createInboundReferral(state, readControlBody(request) ?? {})),
  "POST /sandbox/microsoft/referrals/{id}/accept": act("microsoft", acceptReferral),
  "POST /sandbox/microsoft/referrals/{id}/decline": act("microsoft", declineReferral),
  "POST /sandbox/microsoft/referrals/{id}/edit": act("microsoft", editReferral),
  "POST /sandbox/microsoft/referrals/{id}/close": act("microsoft", closeReferral),
  "POST /sandbox/microsoft/referrals/{id}/review": act("microsoft", reviewRegistration),
  "POST /sandbox/partner/referrals/{id}/accept": act("partner", acceptReferral),
  "POST /sandbox/partner/referrals/{id}/decline": act("partner", declineReferral),
  "POST /sandbox/partner/referrals/{id}/edit": act("partner", editReferral),
  "POST /sandbox/partner/referrals/{id}/close": act("partner", closeReferral),
};
