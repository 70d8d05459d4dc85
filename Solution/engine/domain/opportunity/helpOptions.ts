import { choices } from "../schema";

/** Kinds of help a seller can ask Microsoft for. */
export type HelpOption = keyof typeof choices.howCanMicrosoftHelp;

/** Wire code and label of each. Source: assistanceRequestCode in the connector's swagger; labels of the bulk template. */
export const helpOptions: Readonly<Record<HelpOption, { code: string; label: string }>> = {
  workloadSpecificValueProposition: {
    code: "WorkloadSpecificValueProposition",
    label: "Workload-specific value proposition",
  },
  customerTechnicalArchitecture: {
    code: "CustomerTechnicalArchitecture",
    label: "Customer technical architecture",
  },
  proofOfConceptDemo: { code: "ProofOfConceptOrDemo", label: "Proof of concept/Demo" },
  quotesAndLicensing: { code: "QuotesOrLicensing", label: "Quotes and licensing" },
  postSalesCustomerSuccess: { code: "PostSalesCustomerSuccess", label: "Post-sales customer success" },
  generalOrOther: { code: "GeneralOrOther", label: "General or other" },
};

const names = Object.keys(helpOptions) as HelpOption[];

/** The option behind a value of How can Microsoft help?; null for blank. */
export const toHelpOption = (choice: number | null): HelpOption | null =>
  names.find((name) => choices.howCanMicrosoftHelp[name] === choice) ?? null;

/** The option behind a wire code; null for `Unknown`, which means no help. */
export const parseHelpCode = (code: string): HelpOption | null =>
  names.find((name) => helpOptions[name].code.toLowerCase() === code.toLowerCase()) ?? null;
