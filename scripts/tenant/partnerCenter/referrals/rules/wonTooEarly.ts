import { minimumAgeMs } from "../../dealRegistrations/eligibility";
import type { Rule } from "./Rule";

/** Documented for registered deals only; with the switch it binds every deal. */
export const wonTooEarly: Rule = ({ before, content }, { switches, clock }) => {
  if (switches.wonWithin72Hours === "accepted" || before === null) return null;
  const isWonNow = content.substatus === "Won" && before.content.substatus !== "Won";
  if (!isWonNow || clock() - Date.parse(before.createdDateTime) >= minimumAgeMs) return null;
  return { innerCode: "wonTooEarly", message: "A deal cannot be won within 72 hours.", target: "/substatus" };
};
