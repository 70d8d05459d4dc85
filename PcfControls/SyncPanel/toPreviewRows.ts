import type { OpportunityValues, ValueTexts } from "./PanelProps";
import type { SharingFacts } from "./SharingFacts";

/** One line of what Microsoft sees. */
export interface PreviewRow {
  labelKey: `Preview_${string}`;
  /** Empty when nothing is there to be seen. */
  text: string;
}

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

const join = (parts: readonly unknown[], separator: string): string =>
  parts
    .map(toText)
    .filter((part) => part !== "")
    .join(separator);

/** The referral as Microsoft sees it, from the form as it stands. */
export const toPreviewRows = (
  opportunity: OpportunityValues,
  texts: ValueTexts,
  facts: SharingFacts | null,
): PreviewRow[] => {
  const account = facts?.account;
  const contact = facts?.contact;
  return [
    { labelKey: "Preview_Deal", text: opportunity.name ?? "" },
    { labelKey: "Preview_Value", text: texts.dealValue },
    { labelKey: "Preview_CloseDate", text: texts.closeDate },
    { labelKey: "Preview_Customer", text: opportunity.customer?.name ?? "" },
    {
      labelKey: "Preview_Address",
      text: join(
        account
          ? [
              account["address1_line1"],
              account["address1_postalcode"],
              account["address1_city"],
              account[facts.countryColumn],
            ]
          : [],
        ", ",
      ),
    },
    {
      labelKey: "Preview_Contact",
      text: contact
        ? join(
            [join([contact["firstname"], contact["lastname"]], " "), contact["emailaddress1"], contact["telephone1"]],
            ", ",
          )
        : (opportunity.contact?.name ?? ""),
    },
    { labelKey: "Preview_Solutions", text: join(facts?.solutions.map(({ name }) => name) ?? [], ", ") },
    { labelKey: "Preview_Help", text: texts.howCanMicrosoftHelp },
    { labelKey: "Preview_Intent", text: texts.customerMarketplaceIntent },
  ];
};
