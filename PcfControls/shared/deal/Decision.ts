/** What the seller answers to a deal that Microsoft offers. */
export type ReferralAnswer = "accept" | "decline";

/** Whose value counts where both sides changed one; the words of the custom API. */
export type ConflictDecision = "dynamics365" | "partnerCenter";
