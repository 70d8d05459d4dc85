import { choices } from "./schema";
/** Wire code and label of each. Source: assistanceRequestCode in the connector's swagger; labels of the bulk template. */
export const helpOptions = {
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
const names = Object.keys(helpOptions);
/** The option behind a value of How can Microsoft help?; null for blank. */
export const toHelpOption = (choice) => { var _a; return (_a = names.find((name) => choices.howCanMicrosoftHelp[name] === choice)) !== null && _a !== void 0 ? _a : null; };
/** The option behind a wire code; null for `Unknown`, which means no help. */
export const parseHelpCode = (code) => { var _a; return (_a = names.find((name) => helpOptions[name].code.toLowerCase() === code.toLowerCase())) !== null && _a !== void 0 ? _a : null; };
