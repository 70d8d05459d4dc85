import type { Rule } from "./Rule";

/** Won, Lost, Declined and Expired are final: no edit of any kind follows. */
export const terminalState: Rule = ({ before }) =>
  before?.content.status === "Closed"
    ? {
        innerCode: "referralClosed",
        message: `The referral is closed as ${before.content.substatus} and cannot be changed.`,
        target: "/status",
      }
    : null;
