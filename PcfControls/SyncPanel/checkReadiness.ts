import { dayOf, parseCalendarDay } from "../../Solution/engine/domain/values/calendarDay";
import { withoutCheckMark } from "../../Solution/engine/domain/opportunity/checkMark";
import { parseDecimal } from "../../Solution/engine/domain/values/decimalText";
import { toHelpOption } from "../../Solution/engine/domain/opportunity/helpOptions";
import { toMarketplaceIntent } from "../../Solution/engine/domain/opportunity/marketplaceIntents";
import type { ReferralDraft } from "../../Solution/engine/domain/validation/ReferralDraft";
import { choices } from "../../Solution/engine/domain/schema";
import { validateReferral } from "../../Solution/engine/domain/validation/validateReferral";
import type { OpportunityValues } from "./PanelProps";
import type { Readiness } from "./Readiness";
import type { SharingFacts } from "./SharingFacts";
import type { FactsState } from "../shared/deal/useFacts";

export interface ReadinessInput {
  opportunity: OpportunityValues;
  /** A referral exists in Partner Center. */
  isShared: boolean;
  state: FactsState<SharingFacts>;
  now: Date;
}

// ISO 4217 has a code for "no currency". What is not known is not missing: the platform chooses the currency as it saves.
const currencyNotKnown = "XXX";

const toDecimal = (value: number | null): string | null => (value === null ? null : parseDecimal(String(value)));

/** The part of a draft that the form holds, or the saved row where that counts. */
export const toOpportunityDraft = (opportunity: OpportunityValues, facts: Pick<SharingFacts, "saved"> | null) => ({
  name: withoutCheckMark(opportunity.name ?? ""),
  dealValue: toDecimal(facts?.saved.dealValue === undefined ? opportunity.dealValue : facts.saved.dealValue),
  currency: facts?.saved.currency?.code ?? currencyNotKnown,
  closeDate: opportunity.closeDate && parseCalendarDay(opportunity.closeDate.toISOString()),
  help: toHelpOption(opportunity.howCanMicrosoftHelp),
  isVisible: opportunity.referralVisibility === choices.referralVisibility.visible,
  marketplaceIntent: toMarketplaceIntent(opportunity.customerMarketplaceIntent),
  hasConsent: opportunity.hasConsent,
});

const toDraft = ({ opportunity, isShared, now }: ReadinessInput, facts: SharingFacts): ReferralDraft => ({
  opportunity: {
    ...toOpportunityDraft(opportunity, facts),
    customer: facts.customer,
    contact: facts.contact,
    solutions: facts.solutions,
  },
  columns: facts.columns,
  isOpen: facts.saved.isOpen,
  today: dayOf(now.toISOString()),
  // What was fixed when the referral was made is the server's to compare.
  shared: isShared ? { isVisible: facts.link.isVisible === true, fixed: [] } : null,
});

/** What is missing before the form as it stands can be sent, by the same rules as on the server. */
export const checkReadiness = (input: ReadinessInput): Readiness => {
  const { state } = input;
  if (state.kind === "reading") return { kind: "checking" };
  if (state.kind === "failed") return { kind: "unknown", lacksRole: state.lacksRole };
  const { facts } = state;
  const { missingColumns, settings } = facts;
  // What a column should hold that does not exist, nobody knows, so nothing else can be told for certain.
  const ofRecord = missingColumns.length > 0 ? missingColumns : validateReferral(toDraft(input, facts));
  return { kind: "known", findings: input.opportunity.isSyncOn ? [...ofRecord, ...settings.findings] : ofRecord };
};
