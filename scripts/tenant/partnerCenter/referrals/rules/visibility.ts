import { isHelpAsked } from "./isHelpAsked";
import type { Rule } from "./Rule";

const target = "/consent/consentToShareReferralWithMicrosoftSellers";

/** Microsoft's sellers cannot help with what they may not see, and cannot forget what they saw. */
export const visibility: Rule = (draft, { switches }) => {
  const { consent } = draft.content;
  const visible = consent?.consentToShareReferralWithMicrosoftSellers === true;
  if (visible) return null;
  const wasVisible = draft.before?.content.consent?.consentToShareReferralWithMicrosoftSellers === true;
  if (wasVisible && switches.visibilityWithdrawal === "refused")
    return { innerCode: "visibilityIsOneWay", message: "Visibility to Microsoft sellers cannot be withdrawn.", target };
  if (draft.before === null && isHelpAsked(draft))
    return {
      innerCode: "visibilityRequired",
      message: "A referral that asks Microsoft for help must be visible to Microsoft sellers.",
      target,
    };
  return null;
};
