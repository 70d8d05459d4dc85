import { isDeepStrictEqual } from "node:util";
import type { ReferralContent } from "../Referral";
import type { Rule } from "./Rule";

/** Won, Lost, Declined and Expired are final: no edit of any kind follows, but for the registration of a won deal. */
export const terminalState: Rule = ({ before, content }) => {
  if (before?.content.status !== "Closed") return null;
  if (before.content.substatus === "Won" && isRegistration(before.content, content)) return null;
  return {
    innerCode: "referralClosed",
    message: `The referral is closed as ${before.content.substatus} and cannot be changed.`,
    target: "/status",
  };
};

function isRegistration(before: ReferralContent, after: ReferralContent): boolean {
  if (isDeepStrictEqual(before.registrations, after.registrations)) return false;
  const { registrations } = after;
  return registrations !== undefined && isDeepStrictEqual({ ...before, registrations }, after);
}
