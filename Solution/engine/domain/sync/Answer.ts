/** What a seller says to a referral: to the one who sent it, or that the deal is over. */
export type Answer = {
  kind: "accept" | "decline" | "won" | "lost";
  /** Why it is declined or lost; empty where nothing was said. */
  reason: string;
  /** Name of the person. */
  by: string;
};
