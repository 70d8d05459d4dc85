import type { ApiRefusal } from "../referrals/ApiRefusal";
import { keepReferral } from "../referrals/keepReferral";
import { newReferral, type NewReferral } from "../referrals/newReferral";
import { parseShape } from "../referrals/parseShape";
import { microsoft, type ReferralContent, type StoredReferral } from "../referrals/Referral";
import { refuseRequest } from "../referrals/refuse";
import type { SandboxState } from "../SandboxState";
import { newOpportunityNumber } from "../sellers/newOpportunityNumber";
import { tidyFields } from "../sellers/tidyFields";
import { inboundDeal, type InboundDeal } from "./InboundDeal";
import { toContent } from "./toContent";

/** Microsoft shares a deal or a lead with the partner, who has fourteen days to answer. Answers the partner's side. */
export function createInboundReferral(
  state: SandboxState,
  fields: Readonly<Record<string, unknown>>,
): { kind: "created"; referral: StoredReferral } | ApiRefusal {
  const parsed = parseShape(inboundDeal, tidyFields(fields), { unknownProperties: "refused" });
  if (parsed.kind === "problem")
    return refuseRequest("valueNotAccepted", `${parsed.path} ${parsed.words}.`, parsed.path);
  const deal = { kind: "coSell" as const, ...parsed.value };
  if (deal.name === undefined || deal.companyName === undefined)
    return refuseRequest("requiredFieldMissing", "name and companyName are required.", "/name");
  const common = { engagementId: state.ids(), createdByOrganizationId: microsoft.organizationId };
  const content = toContent(deal, state);
  if (deal.kind === "coSell") keepReferral(state, "created", microsoftsSide(state, common, content), "portal");
  const referral = newReferral(state, {
    ...common,
    ...state.partner,
    mpnId: deal.mpnId ?? state.partner.mpnId,
    content: { ...content, status: "New", substatus: state.switches.inboundSubstatus, ...inviteContextOf(deal, state) },
    ...(deal.kind === "marketplaceLead" ? { referralSource: "AppSource", callToAction: "ContactMe" } : {}),
  });
  keepReferral(state, "created", referral, "portal");
  return { kind: "created", referral };
}

/** Microsoft's seller has the deal already: it is accepted there, with an opportunity number and a team. */
function microsoftsSide(
  state: SandboxState,
  common: Pick<NewReferral, "engagementId" | "createdByOrganizationId">,
  content: ReferralContent,
): StoredReferral {
  const seller = {
    firstName: "Mia",
    lastName: "Soto",
    email: "mia.soto@microsoft.example",
    phoneNumber: "+14250000000",
  };
  return newReferral(state, {
    ...common,
    ...microsoft,
    mpnId: null,
    microsoftMsxId: newOpportunityNumber(state),
    content: { ...content, team: [seller], status: "Active", substatus: "Accepted" },
  });
}

function inviteContextOf(deal: InboundDeal, { switches }: SandboxState): Pick<ReferralContent, "inviteContext"> {
  const inviter = {
    coSell: switches.inboundCoSellInviter,
    qualifiedLead: "msft",
    marketplaceLead: switches.marketplaceLeadInviter,
  }[deal.kind ?? "coSell"];
  return inviter === "nobody" ? {} : { inviteContext: { notes: deal.notes ?? "", invitedBy: { ...microsoft } } };
}
