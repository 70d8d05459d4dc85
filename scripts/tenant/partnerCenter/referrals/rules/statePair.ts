import { statePairs } from "./statePairs";
import type { Rule } from "./Rule";

export const statePair: Rule = ({ content }, { switches }) => {
  const { status, substatus } = content;
  if (status === undefined || substatus == null) return null;
  if (statePairs[status].includes(substatus)) return null;
  if (switches.newWithAccepted === "accepted" && status === "New" && substatus === "Accepted") return null;
  return {
    innerCode: "substatusNotAllowed",
    message: `Status ${status} does not allow substatus ${substatus}.`,
    target: "/substatus",
  };
};
