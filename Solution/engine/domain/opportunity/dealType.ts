import type { Opportunity } from "./Opportunity";

/**
 * Private: nobody at Microsoft sees the deal. Partner-led: Microsoft's sellers see it. Co-sell: one of them is asked for help.
 * A deal goes up this ladder, never down.
 */
export type DealType = "private" | "partnerLed" | "coSell";

export const dealTypeOf = ({ help, isVisible }: Pick<Opportunity, "help" | "isVisible">): DealType => {
  if (help !== null) return "coSell";
  return isVisible ? "partnerLed" : "private";
};
