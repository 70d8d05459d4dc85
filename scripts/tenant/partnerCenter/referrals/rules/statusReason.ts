import type { Rule } from "./Rule";

/** The pages always ask why a deal was declined or lost; with the switch the API does too. */
export const statusReason: Rule = ({ before, content }, { switches }) => {
  const needsReason = content.substatus === "Declined" || content.substatus === "Lost";
  if (switches.statusReason === "optional" || before === null || !needsReason || content.statusReason) return null;
  return { innerCode: "statusReasonRequired", message: "Say why the deal ends.", target: "/statusReason" };
};
