import type { ReferralSubstatus } from "../Referral";
import { statusOrder } from "./statePairs";
import type { Rule } from "./Rule";

/** What a caller may do in strict mode; only the service itself lets a referral expire. */
const strictSteps: Readonly<Partial<Record<ReferralSubstatus, readonly ReferralSubstatus[]>>> = {
  Pending: ["Pending", "Received", "Accepted", "Declined"],
  Received: ["Received", "Accepted", "Declined"],
  Accepted: ["Accepted", "Won", "Lost"],
  // To stay won while it is registered; whether anything else may change is another rule's matter.
  Won: ["Won"],
};

export const stateTransition: Rule = ({ before, content }, { switches }) => {
  const { status, substatus } = content;
  if (before === null || status === undefined || substatus == null) return null;
  const from = before.content;
  const allowed =
    switches.substatusTransitions === "strict"
      ? (strictSteps[from.substatus]?.includes(substatus) ?? false)
      : statusOrder[from.status].includes(status);
  if (allowed) return null;
  return {
    innerCode: "transitionNotAllowed",
    message: `A referral in ${from.status}/${from.substatus} cannot become ${status}/${substatus}.`,
    target: "/status",
  };
};
