import { withoutCheckMark } from "../../Solution/engine/domain/opportunity/checkMark";
import type { Customer, Person } from "../../Solution/engine/domain/opportunity/Opportunity";
import type { OpportunityValues, ValueTexts } from "./PanelProps";
import type { SharingFacts } from "./SharingFacts";

/** One line of what Microsoft sees. */
export interface PreviewRow {
  labelKey: `Preview_${string}`;
  /** Empty when nothing is there to be seen. */
  text: string;
}

const join = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== "").join(separator);

const toAddress = ({ addressLine1, addressLine2, postalCode, city, state, country }: Customer): string =>
  join([addressLine1, addressLine2, join([postalCode, city], " "), state, country], ", ");

const toContact = ({ firstName, lastName, title, email, phone }: Person): string =>
  join([join([firstName, lastName], " "), title, email, phone], ", ");

/** The referral as Microsoft sees it, from the form as it stands. */
export const toPreviewRows = (
  opportunity: OpportunityValues,
  texts: ValueTexts,
  facts: SharingFacts | null,
): PreviewRow[] => [
  { labelKey: "Preview_Deal", text: withoutCheckMark(opportunity.name ?? "") },
  { labelKey: "Preview_Value", text: texts.dealValue },
  { labelKey: "Preview_CloseDate", text: texts.closeDate },
  { labelKey: "Preview_Customer", text: facts?.customer?.name ?? opportunity.customer?.name ?? "" },
  { labelKey: "Preview_Address", text: facts?.customer ? toAddress(facts.customer) : "" },
  { labelKey: "Preview_Contact", text: facts?.contact ? toContact(facts.contact) : (opportunity.contact?.name ?? "") },
  { labelKey: "Preview_Solutions", text: facts?.solutions.map(({ name }) => name).join(", ") ?? "" },
  { labelKey: "Preview_Notes", text: facts?.saved.notes ?? "" },
  { labelKey: "Preview_Help", text: texts.howCanMicrosoftHelp },
  { labelKey: "Preview_Intent", text: texts.customerMarketplaceIntent },
];
