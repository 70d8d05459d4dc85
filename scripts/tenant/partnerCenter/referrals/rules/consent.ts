import type { Rule } from "./Rule";

/** Without the customer's consent nothing is created or updated. */
export const consent: Rule = ({ content }) =>
  content.consent?.consentToToShareInfoWithOthers === true
    ? null
    : {
        innerCode: "consentRequired",
        message: "The customer's consent to share information with others is required.",
        target: "/consent/consentToToShareInfoWithOthers",
      };
