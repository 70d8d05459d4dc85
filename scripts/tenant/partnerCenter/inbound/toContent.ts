import type { ReferralContent } from "../referrals/Referral";
import { compact } from "../referrals/compact";
import type { SandboxState } from "../SandboxState";
import type { InboundDeal } from "./InboundDeal";

/** The referral that a deal of Microsoft's looks like, without its state. */
export function toContent(deal: InboundDeal, { catalogue, switches }: SandboxState): ReferralContent {
  const solution = catalogue.get(deal.solutionId?.toLowerCase() ?? "");
  const solutions =
    deal.solutionId === undefined ? [] : [{ id: deal.solutionId, type: "Name" as const, ...named(solution) }];
  return compact<ReferralContent>({
    name: deal.name,
    type: deal.kind === "coSell" ? "Shared" : "Independent",
    qualification: qualificationOf(deal, switches.inboundCoSellQualification),
    target: solutions.map(({ id }) => ({ type: "SolutionProfile" as const, id })),
    customerProfile: customerOf(deal),
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: true,
    },
    details: compact({
      notes: deal.notes ?? "",
      dealValue: deal.dealValue,
      currency: deal.currency,
      closingDateTime: deal.closingDateTime,
      requirements: { solutions },
    }),
    team: [],
    ...deal.content,
  });
}

const named = (solution: { name: string } | undefined): { name?: string } =>
  solution === undefined ? {} : { name: solution.name };

function qualificationOf({ kind }: InboundDeal, ofCoSell: "SalesQualified" | "None"): ReferralContent["qualification"] {
  if (kind === "coSell") return ofCoSell;
  return kind === "qualifiedLead" ? "MarketingQualified" : "Direct";
}

function customerOf(deal: InboundDeal): NonNullable<ReferralContent["customerProfile"]> {
  const { addressLine1, city, state, postalCode, country, firstName, lastName, email, phoneNumber } = deal;
  const contact = compact({ firstName, lastName, email, phoneNumber });
  return compact({
    name: deal.companyName,
    address: compact({ addressLine1, city, state, postalCode, country }),
    team: Object.keys(contact).length === 0 ? [] : [contact],
    ids: deal.dunsNumber === undefined ? [] : [{ profileType: "Duns" as const, id: deal.dunsNumber }],
  });
}
